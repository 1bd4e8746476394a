import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Reads lines of a schema and a document, with a tab between, and prints for each whether the document is valid. */
class Verdicts {
  public static void main(String[] args) throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    Map<String, Schema> schemas = new HashMap<>();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] job = line.split("\t");
      if (!schemas.containsKey(job[0])) {
        schemas.put(job[0], factory.newSchema(new File(job[0])));
      }
      String verdict = "valid";
      try {
        schemas.get(job[0]).newValidator().validate(new StreamSource(new File(job[1])));
      } catch (SAXException e) {
        verdict = "invalid";
      }
      System.out.println(verdict);
    }
  }
}

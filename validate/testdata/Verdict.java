import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Judges documents with the JDK's own schema validator. The argument is the schema. Standard input is a series of
 * documents, each after its length as four bytes; standard output is a line for each: "valid", or "invalid" and why.
 */
public final class Verdict {
    public static void main(String[] args) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        Schema schema = factory.newSchema(new File(args[0]));
        DataInputStream in = new DataInputStream(System.in);
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (;;) {
            int length;
            try {
                length = in.readInt();
            } catch (EOFException end) {
                return;
            }
            byte[] document = new byte[length];
            in.readFully(document);
            out.println(judge(schema, document));
        }
    }

    private static String judge(Schema schema, byte[] document) throws IOException {
        Validator validator = schema.newValidator();
        validator.setErrorHandler(new Strict());
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(document)));
            return "valid";
        } catch (SAXException | IOException e) {
            return "invalid " + String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        }
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}

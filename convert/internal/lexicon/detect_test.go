package lexicon

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Article 1 of the Universal Declaration and the like, in our own selection of
// languages: neighbours of the six must not be taken for them.
func TestDetect(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"numbers", "1. 2. 3. — 2021", ""},
		{"English masthead", "United Nations\n\nGeneral Assembly\n\nDistr.: Limited\n", "eng"},
		{"French opening", "L’Assemblée générale,\n\nRappelant sa résolution 70/1,\n", "fra"},
		{"Spanish opening", "La Asamblea General,\n\nRecordando su resolución 70/1,\n", "spa"},
		{"Russian under an English masthead",
			"Distr.: Limited\n8 October 2021\nOriginal: English\n\nГенеральная Ассамблея,\n\nссылаясь на свою резолюцию,\n", "rus"},
		{"Arabic", "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 70/1،\n", "ara"},
		{"Chinese", "大会，\n\n回顾其第70/1号决议，\n", "zho"},
		{"Portuguese", "A Assembleia Geral decide que os Estados-Membros não podem fazer isso sem a autorização do Conselho, " +
			"e que o relatório do Secretário-Geral será apresentado em uma sessão pública com todos os documentos necessários.", ""},
		{"Swahili", "Baraza Kuu linaamua kwamba nchi zote wanachama zitafanya kazi pamoja kwa ajili ya amani na maendeleo, " +
			"na kwamba taarifa ya Katibu Mkuu itawasilishwa katika kikao cha wazi na nyaraka zote zinazohitajika.", ""},
		{"German", "Die Generalversammlung beschließt, dass die Mitgliedstaaten dies nicht ohne die Zustimmung des Rates tun können " +
			"und dass der Bericht des Generalsekretärs in einer öffentlichen Sitzung mit allen Unterlagen vorgelegt wird.", ""},
		{"Italian", "L'Assemblea Generale decide che gli Stati membri non possono farlo senza l'autorizzazione del Consiglio " +
			"e che il rapporto del Segretario generale sarà presentato in una sessione pubblica con tutti i documenti necessari.", ""},
		{"Catalan", "L'Assemblea General decideix que els Estats membres no poden fer-ho sense l'autorització del Consell " +
			"i que l'informe del secretari general serà presentat en una sessió pública amb tots els documents necessaris.", ""},
		{"Ukrainian", "Генеральна Асамблея постановляє, що держави-члени не можуть робити цього без дозволу Ради, " +
			"і що доповідь Генерального секретаря буде представлена на відкритому засіданні з усіма необхідними документами.", ""},
		{"Bulgarian", "Общото събрание реши, че държавите членки не могат да направят това без разрешението на Съвета " +
			"и че докладът на генералния секретар ще бъде представен на открито заседание с всички необходими документи.", ""},
		{"Persian", "مجمع عمومی تصمیم می\u200cگیرد که کشورهای عضو نمی\u200cتوانند این کار را بدون اجازه شورا انجام دهند و گزارش دبیرکل " +
			"در یک جلسه علنی با تمام اسناد لازم ارائه خواهد شد و این تصمیم برای همه است.", ""},
		{"Japanese", "総会は、加盟国が理事会の許可なしにこれを行うことはできないこと、および事務総長の報告書が公開の会議において提出されることを決定する。", ""},
	} {
		iso, reason := Detect(c.text)
		assert.Equal(t, c.want, iso, "%s: %s", c.name, reason)
		assert.NotEmpty(t, reason, c.name)
	}
}

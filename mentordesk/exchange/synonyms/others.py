"""What columns of people are called in further languages of Europe and Asia, the frequent ones. Knows no file."""

from collections.abc import Mapping

# Italian, Portuguese, Dutch, the Nordic languages, Polish, Czech, Turkish, Russian, Japanese, Chinese, Korean.
HEADINGS: Mapping[str, str] = {
    "name": "nome completo/nome e cognome/cognome e nome/nominativo/dipendente/nome e sobrenome/volledige naam/naam/"
    "medewerker/fullständigt namn/namn/navn/fulde navn/fullt navn/nimi/imię i nazwisko/nazwisko i imię/pracownik/"
    "jméno a příjmení/adı soyadı/ad soyad/фио/имя и фамилия/сотрудник/氏名/名前/お名前/姓名/이름/성명",
    "first_name": "nome/voornaam/förnamn/fornavn/etunimi/imię/jméno/имя/名/ad",
    "last_name": "cognome/sobrenome/apelido/achternaam/efternamn/efternavn/etternavn/sukunimi/nazwisko/příjmení/"
    "soyad/soyadı/фамилия/姓",
    "email": "indirizzo e mail/indirizzo email/posta elettronica/endereço de e mail/e mailadres/mailadres/e post/"
    "epost/"
    "e postadress/sähköposti/adres e mail/e posta/электронная почта/почта/メール/"
    "メールアドレス/邮箱/电子邮件/邮件/이메일",
    "employee_number": "matricola/numero di matricola/matrícula/número de funcionário/personeelsnummer/"
    "medewerkernummer/anställningsnummer/medarbejdernummer/ansattnummer/henkilönumero/numer pracownika/"
    "osobní číslo/sicil no/табельный номер/社員番号/従業員番号/工号/员工编号/사번",
    "title": "mansione/qualifica/ruolo aziendale/função/functie/functietitel/befattning/jobbtitel/stilling/"
    "stillingsbetegnelse/tehtävänimike/stanowisko/pozice/unvan/должность/役職/職種/职位/职务/직책/직위",
    "department": "reparto/dipartimento/ufficio/divisione/setor/afdeling/avdelning/avdeling/enhet/osasto/dział/"
    "oddělení/bölüm/departman/отдел/подразделение/部署/部門/部门/부서",
    "location": "sede di lavoro/città/luogo/local/cidade/localização/locatie/standplaats/vestiging/ort och kontor/"
    "lokation/kontor/toimipaikka/lokalizacja/miasto/miejsce pracy/pracoviště/şehir/lokasyon/город/офис/勤務地/所在地/"
    "城市/地点/근무지",
    "company": "azienda/società/empresa nome/bedrijf/organisatie/företag/virksomhed/selskap/yritys/firma nazwa/spółka/"
    "şirket/компания/организация/会社/会社名/公司/회사",
    "level": "livello/inquadramento/nível/niveau functie/nivå/taso/poziom/szczebel/úroveň/seviye/kademe/уровень/грейд/"
    "等級/级别/职级/직급",
    "manager": "responsabile/superiore/capo/gestor/chefia/supervisor direto/leidinggevende/leider/närmaste chef/"
    "nærmeste leder/leder/esihenkilö/esimies/przełożony/kierownik/nadřízený/vedoucí/yönetici/руководитель/"
    "начальник/上司/上長/经理/主管/상사/관리자",
    "languages": "lingue/lingue parlate/línguas/talen/språk/sprog/kielet/języki/jazyky/diller/языки/言語/语言/언어",
    "offers": "offro/competenze/punti di forza/ofereço/habilidades oferecidas/pontos fortes/biedt/kennis en ervaring/"
    "erbjuder/tilbyder/tilbyr/oferuję/umiejętności/могу поделиться/提供できるスキル/擅长",
    "wants": "vorrei imparare/obiettivi/interessi/aree di sviluppo/quero aprender/interesses/leerdoelen/"
    "wil leren/ontwikkelpunten/vill lära mig/utvecklingsområden/vil lære/chcę się nauczyć/cele rozwojowe/"
    "чему хочу научиться/学びたいこと/学びたいスキル/想学习的内容",
    "avoids": "argomenti da evitare/temi da evitare/temas a não abordar/onderwerpen te vermijden/避けたい話題",
    "role": "ruolo/ruolo nel programma/papel no programa/rol in het programma/roll/roll i programmet/"
    "rolle i programmet/"
    "rooli/rola/rola w programie/role v programu/rolü/роль/роль в программе/役割/角色/역할",
    "capacity": "capacità/numero di mentee/número de mentorados/capaciteit/aantal mentees/antal mentees/antal adepter/"
    "liczba mentees/liczba miejsc/受け入れ可能人数/可带人数",
    "external": "esterno/esterna/extern persoon/ekstern/ulkopuolinen/zewnętrzny/externí/внешний",
    "status": "stato/stato occupazionale/situação/dienstverband status/anställningsstatus/ansættelsesstatus/"
    "status zatrudnienia/stav/durum/статус/在籍状況/在职状态/재직상태",
    "hired_on": "data di assunzione/data assunzione/data de admissão/data de contratação/datum in dienst/"
    "datum indiensttreding/in dienst sinds/in dienst/anställningsdatum/ansættelsesdato/ansettelsesdato/"
    "aloituspäivä/data zatrudnienia/datum nástupu/işe giriş tarihi/дата приема/дата приема на работу/入社日/"
    "入职日期/입사일",
    "last_promotion": "ultima promozione/data ultima promozione/data da última promoção/última promoção em/"
    "laatste promotie/datum laatste promotie/senaste befordran/ostatni awans/data ostatniego awansu/"
    "последнее повышение/最終昇進日/最近晋升日期",
    "left_on": "data di cessazione/data cessazione/data uscita/data de desligamento/data de saída/datum uit dienst/"
    "uit dienst/slutdatum anställning/fratrædelsesdato/sluttdato ansettelse/data zwolnienia/data odejścia/"
    "datum ukončení/işten çıkış tarihi/дата увольнения/退職日/离职日期/퇴사일",
    "notes": "note e commenti/osservazioni/observações/opmerkingen/anteckningar/kommentarer/bemærkninger/"
    "merknader/huomautukset/uwagi/poznámky/notlar/примечания/комментарии/備考/备注/비고",
    "cohort": "coorte/edizione/turma/edição/cohort naam/lichting/omgång/kull/kohorta/edycja/поток/年度プログラム/届",
}
WORDS: Mapping[str, str] = {
    "wants": "imparare/leren/lära/lære/nauczyć",
    "first_name": "voornaam/förnamn/fornavn",
    "last_name": "cognome/achternaam/efternamn/nazwisko",
    "email": "e mailadres/e post/メールアドレス/邮箱",
    "employee_number": "matricola/personeelsnummer",
    "hired_on": "assunzione/indiensttreding/admissão/zatrudnienia/入社日",
    "department": "reparto/afdeling/avdelning",
    "languages": "lingue/talen/språk",
    "level": "livello",
    "name": "nome completo/volledige naam/imię i nazwisko",
}
NO_FIELD = (
    "telefono/stipendio/sesso/età/data di nascita/telefone/salário/gênero/idade/data de nascimento/telefoonnummer/"
    "salaris/"
    "geslacht/leeftijd/geboortedatum/tijdstempel/kön/ålder/födelsedatum/tidsstämpel/telefonnummer/płeć/wiek/"
    "data urodzenia/sygnatura czasowa/телефон/пол/возраст/дата рождения/отметка времени/電話番号/性別/年齢/生年月日/"
    "タイムスタンプ/电话/性别/年龄/出生日期"
)
IN_HISTORY: Mapping[str, str] = {
    "started_on": "inizio/data inizio/início/data de início/begin en start/startdato",
    "completed_on": "fine/data fine/término/data de término/einde/einddatum/slut/slutdatum",
}
TOPICS = "argomenti/tópicos/onderwerpen/ämnen/emner/tematy/темы/トピック"

"""Words that tell what a column is about, in the languages surveys came in so far; matched in cleaned headers."""

import re

from cxsurvey.reading.headers import match_key
from cxsurvey.reading.values import Role


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile("|".join(part.strip() for part in words.split("|") if part.strip()))


RANKING = _pattern(
    r"\brank|\branking|order of (?:preference|importance|priority)|in order\b|prioriti[sz]|\bpriorit(?:y|ies)\b"
    r"|\bprio\b"
    r"|uszereg|kolejno[śs][ćc]|rankingu|ranguj|priorytet|ранж|упорядоч|порядк|приоритет|จัดอันดับ|เรียงลำดับ|อันดับ|ลำดับ"
    r"|classez|classement|rangfolge|reihenfolge|ordne|ordene|clasifi"
)
IMPORTANCE = _pattern(
    r"\bimportan|\bimp\b|how much (?:does|do) .* matter|ważn|istotn|важн|สำคัญ|wichtig|importa"
)
# "Share out 100 points", never "5 points = very important".
POINTS = _pattern(
    r"(?:distribut|allocat|\bshar|divid|spread|assign|split)\w*.*\bpoints\b|\bpoints\b.*(?:distribut|allocat|\bshare|divid)"
    r"|\b100 (?:points|punkt|баллов|คะแนน|puntos)|constant sum|(?:rozdziel|podziel)\w*.*punkt|распредел\w*.*балл"
    r"|แบ่ง.*คะแนน|คะแนน.*แบ่ง|punkte.*(?:verteil|aufteil)|(?:verteil|aufteil)\w*.*punkte|réparti\w*.*points|repart\w*.*puntos"
)
PERFORMANCE = _pattern(
    r"\bperf|how well|how good|satisf|\bexperience\b.*\brate|\brate (?:us|our)|do(?:ing)? (?:we|you)|jak dobrze|"
    r"oce[nń]|"
    r"zadowol|radzimy|насколько хорошо|оцен|удовлетвор|ดีแค่ไหน|พึงพอใจ|ผลงาน|zufrieden|satisfait|wie gut"
)

_ROLE_WORDS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.BIRTH_YEAR, _pattern(
        r"\bborn\b|birth ?year|\bwhat year were|year of birth|\byob\b|date of birth|birth ?da(?:te|y)|\bdob\b|"
        r"rok urodzenia|urodz|"
        r"год рождения|родил|ปีเกิด|เกิดปี|วันเกิด|geburtsjahr|année de naissance|nacimiento|geboren")),
    (Role.GENERATION, _pattern(r"\bgeneration\b|\bgen\b|generacj|pokoleni|поколени|เจเนอเรชัน|เจนเนอเรชั่น|รุ่น|"
        r"génération")),
    (Role.AGE, _pattern(r"\bage\b|age group|age band|how old|\bwiek|ile masz lat|возраст|сколько вам лет|อายุ|"
        r"\balter\b|âge|edad")),
    (Role.COMMENT, _pattern(
        r"comment|remark|feedback|anything else|in your own words|\bcomm\b|uwagi|komentarz|sugesti|коммент|замечани|"
        r"пожелани|ความคิดเห็น|ข้อเสนอแนะ|anmerkung|remarque|suggest|open[- ]ended")),
    (Role.RESPONDENT_ID, _pattern(
        r"^(?:respondent|participant)[ _-]?(?:id|no|nr|number)?$|^(?:response|record)[ _-]?(?:id|no|nr|number)$|"
        r"^(?:id|#|no|nr|lp|uuid|_id|_uuid|key|guid)$|"
        r"^(?:id|nr|numer) respondenta|^respondent|^номер|^№|^รหัส|^ลำดับที่$")),
    (Role.SUBMITTED, _pattern(
        r"submitted|submission|submit ?(?:date|time)|completion time|"
        r"completed (?:on|at)|end ?(?:date|time)|timestamp|recorded|^date$|^data$|^дата|"
        r"data (?:wypełnienia|przesłania)|вр[еe]мя (?:оконч|завер|отправ)|วันที่")),
    (Role.STARTED, _pattern(r"start ?(?:date|time)|started|^start$|data rozpocz|время начала|เวลาเริ่ม")),
    (Role.DURATION, _pattern(r"duration|time taken|seconds|interviewtime|czas trwania|длительн|ระยะเวลา")),
    (Role.LANGUAGE, _pattern(r"^(?:survey[ ]|start[ ]?|user[ ]?)?lang(?:uage)?$|^język|^язык|^ภาษา")),
    (Role.COMPLETE, _pattern(r"^(?:is )?(?:complete|completed|finished|status)$|^zakończon|^завершен")),
)  # fmt: skip

_PERSONAL = _pattern(
    r"\be-?mail|\bip\b|ip[ _-]?addr|first[ _]?name|last[ _]?name|sur ?name|"
    r"^(?:(?:what is|your|full|customer|contact|respondent)[ _])*name[?]?$|"
    r"\bphone|\bmobile\b|telephone|\baddress\b|postal ?code|\bzip ?code|latitude|longitude|device[ _]?id|network id|"
    r"\bprolific|\bpanel(?:ist)?[ _-]?id|worker[ _-]?id|recipient ?id|payment ?code|token ?guid|"
    r"submitt?er ?name|_submitted_by|\biban\b|passport|\bpesel\b|account number|custom data|"
    r"imię|imie\b|nazwisk|\btelefon|adres\b|kod pocztowy|имя|фамили|отчество|телефон|почт|адрес|"
    r"อีเมล|ชื่อ|นามสกุล|โทรศัพท์|ที่อยู่|vorname|nachname|prénom|^nom$|correo|apellido|nombre"
)


def role_by_words(header: str) -> Role | None:
    """The role a header's words speak for, if any; personal data first."""
    key = match_key(header)
    if is_personal(key):
        return Role.PERSONAL
    return next((role for role, words in _ROLE_WORDS if words.search(key)), None)


def is_personal(header: str) -> bool:
    """Whether a header names something by which a person is known."""
    key = match_key(header)
    # "How satisfied are you with our address book?" is a question, not an address.
    return len(key) <= 40 and bool(_PERSONAL.search(key))

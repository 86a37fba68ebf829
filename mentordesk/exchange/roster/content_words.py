"""Words by which names, jobs and departments are told apart in cells that have no heading. Knows no cell."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


PARTICLES = _words("von van de del der den di da dos das du la le el al bin ibn ben ter zu zur y e und af av til dela")

JOB_WORDS = _words(
    "manager lead leader head director officer engineer analyst specialist assistant associate consultant coordinator",
    "administrator supervisor executive president chief partner developer designer planner buyer clerk technician",
    "representative accountant controller auditor lawyer counsel nurse teacher trainer recruiter scientist researcher",
    "programmer architect operator agent advisor adviser intern trainee senior junior principal leiter leiterin",
    "ingenieur ingenieurin sachbearbeiter referent referentin berater assistent mitarbeiter responsable chef jefe",
    "gerente analista ingeniero tecnico directeur directrice charge ingenieur",
)

DEPARTMENT_WORDS = _words(
    "sales marketing finance accounting hr human resources people legal operations ops it engineering production",
    "manufacturing logistics procurement purchasing quality research development rd support service services customer",
    "communications communication pr compliance audit treasury controlling strategy product design facilities security",
    "administration admin supply chain maintenance planning laboratory lab technology digital data analytics treasury",
    "vertrieb einkauf finanzen buchhaltung personal recht technik produktion fertigung logistik verwaltung forschung",
    "entwicklung kommunikation kundenservice instandhaltung ventes achats finances comptabilite rh juridique",
    "informatique recherche qualite logistique ventas compras finanzas contabilidad legal operaciones produccion",
    "calidad logistica recursos humanos sistemas",
)

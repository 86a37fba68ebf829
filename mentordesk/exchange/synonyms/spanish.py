"""What columns of people are called in Spanish. Knows no file."""

from collections.abc import Mapping

HEADINGS: Mapping[str, str] = {
    "name": "nombre completo/nombre y apellido/nombre y apellidos/apellidos y nombre/empleado/empleada/persona/"
    "colaborador/colaboradora/nombre del empleado/nombre del participante/apellido y nombre/trabajador",
    "first_name": "nombre/nombres/nombre de pila/primer nombre",
    "last_name": "apellido/apellidos/primer apellido",
    "email": "correo/correo electrónico/dirección de correo/dirección de correo electrónico/correo corporativo/"
    "correo del trabajo/email corporativo/correo de trabajo",
    "employee_number": "número de empleado/no de empleado/n de empleado/id de empleado/id empleado/legajo/"
    "número de personal/número de trabajador/código de empleado/nº empleado/num empleado",
    "title": "puesto/cargo/puesto de trabajo/título/título del puesto/función/posición/puesto actual/cargo actual",
    "department": "departamento/dpto/depto/unidad/equipo/unidad organizativa/área/dirección de área/gerencia",
    "location": "ubicación/ciudad/oficina/lugar de trabajo/sede/localidad/centro de trabajo/país",
    "company": "empresa/compañía/organización/sociedad/entidad",
    "level": "nivel/nivel jerárquico/categoría/antigüedad/nivel de puesto/grado/categoría profesional/banda",
    "manager": "jefe/jefa/jefe directo/gerente/supervisora/superior/jefe inmediato/responsable directo/"
    "superior directo/"
    "nombre del jefe/correo del jefe/id del jefe/número de empleado del jefe/reporta a",
    "languages": "idiomas/idioma/lenguas/lengua",
    "offers": "ofrece/habilidades/competencias/puede compartir/puede enseñar/fortalezas/temas que ofrezco/"
    "áreas de experiencia/conocimientos",
    "wants": "quiere aprender/busca/desea aprender/objetivos/áreas de desarrollo/intereses/le gustaría aprender/"
    "tema/temas/temas de interés/áreas de interés/temas deseados/necesidades",
    "avoids": "temas no deseados/temas a evitar/temas que no quiero tratar/temas que quiero evitar",
    "experience": "experiencia/experiencia de vida/experiencias/trayectoria",
    "role": "rol/rol en el programa/mentor o mentee/participa como/papel/quiero participar como/"
    "rol en la mentoría/mentor o aprendiz",
    "capacity": "capacidad/plazas/número de mentees/cupo/cupos/número máximo de mentees",
    "external": "externo/externa/es externo",
    "status": "estado/estado laboral/situación laboral/estatus/situación/estado del empleado",
    "hired_on": "fecha de ingreso/fecha de contratación/fecha de alta/fecha de incorporación/ingreso/"
    "fecha de antigüedad/fecha de entrada",
    "last_promotion": "última promoción/fecha de última promoción/fecha de la última promoción/último ascenso/"
    "fecha de último ascenso/fecha de promoción",
    "left_on": "fecha de baja/fecha de salida/fecha de egreso/último día de trabajo/fecha de cese/fecha de terminación",
    "notes": "notas/nota/comentarios/comentario/observaciones",
    "cohort": "promoción/edición/programa/convocatoria/nombre del programa/programa de mentoría",
    "started_on": "inicio del programa/comenzó el/fecha de inicio del programa",
    "completed_on": "fin del programa/finalizó el/fecha de fin del programa",
    "completion": "finalización/completado/finalizado/terminado/programa completado",
    "partner": "pareja/emparejado con/compañero de mentoría/emparejada con",
    "rank": "rango/prioridad/orden de preferencia/clasificación",
}
WORDS: Mapping[str, str] = {
    "manager": "jefe/jefa",
    "capacity": "capacidad/cuántos mentees",
    "wants": "aprender",
    "offers": "compartir/enseñar",
    "last_name": "apellido/apellidos",
    "email": "correo",
    "employee_number": "número de empleado",
    "languages": "idiomas",
    "role": "rol en",
    "last_promotion": "última promoción/último ascenso",
    "left_on": "fecha de baja/fecha de salida",
    "hired_on": "contratación/ingreso",
    "experience": "experiencia de vida",
    "title": "puesto/cargo",
    "department": "departamento",
    "location": "ciudad/ubicación/sede",
    "company": "empresa",
    "level": "nivel",
    "notes": "observaciones",
    "external": "externo",
    "name": "nombre completo",
}
NO_FIELD = (
    "teléfono/móvil/celular/salario/sexo/género/edad/fecha de nacimiento/cumpleaños/nacionalidad/talla/código postal/"
    "dirección/calle/provincia/marca temporal/fecha/hora de inicio/hora de finalización/número/horas/jornada/"
    "estado civil/foto/centro de coste/centro de costos"
)
IN_HISTORY: Mapping[str, str] = {
    "started_on": "inicio/fecha de inicio/desde",
    "completed_on": "fin/fecha de fin/hasta/fecha final",
    "completion": "resultado/estado",
}
TOPICS = "tema/temas/qué temas/cuáles temas"

"""What columns of people are called in French. Knows no file."""

from collections.abc import Mapping

HEADINGS: Mapping[str, str] = {
    "name": "nom complet/nom et prénom/prénom et nom/nom prénom/prénom nom/collaborateur/collaboratrice/salarié/"
    "salariée/participants/participante/personne/nom du participant/nom de l employé/nom du salarié",
    "first_name": "prénom/prénoms",
    "last_name": "nom de famille/nom/nom d usage/nom usuel",
    "email": "courriel/adresse mail/adresse email/adresse e mail/adresse électronique/mél/mail professionnel/"
    "email professionnel/e mail professionnel/adresse de messagerie/courrier électronique",
    "employee_number": "matricule/numéro matricule/numéro d employé/numéro employé/n matricule/id employé/"
    "numéro de salarié/numéro salarié/identifiant employé/n employé",
    "title": "poste/intitulé de poste/intitulé du poste/fonction/titre/emploi/métier/poste actuel/poste occupé",
    "department": "département/service/direction/unité/équipe/pôle/unité organisationnelle",
    "location": "lieu/lieu de travail/ville/bureau/établissement/implantation/site de travail/pays",
    "company": "entreprise/société/employeur/organisme",
    "level": "niveau/niveau hiérarchique/échelon/ancienneté/classification/niveau de poste/niveau de responsabilité",
    "manager": "responsable/supérieur/supérieur hiérarchique/n 1/manageur/responsable hiérarchique/"
    "supérieure hiérarchique/nom du manager/manager direct/matricule manager/matricule du manager/email du manager/"
    "responsable direct/matricule n 1/email n 1/nom n 1",
    "languages": "langues/langue/langues parlées",
    "offers": "offre/propose/compétences offertes/savoir faire/points forts/je propose/expertises/"
    "domaines d expertise/compétences/sujets proposés",
    "wants": "souhaite apprendre/souhaits/recherche/objectifs/veut apprendre/axes de développement/besoins/"
    "compétences recherchées/compétences souhaitées/sujet/sujets/thème/thèmes/intérêts/centres d intérêt/"
    "sujets souhaités/thèmes souhaités/domaines d intérêt",
    "avoids": "sujets à éviter/thèmes à éviter/sujets non souhaités/sujets que je ne souhaite pas aborder",
    "experience": "expérience de vie/parcours/parcours de vie/expériences de vie",
    "role": "rôle dans le programme/mentor ou mentoré/participe comme/participe en tant que/mentor ou mentee/"
    "je souhaite participer en tant que",
    "capacity": "capacité/nombre de mentorés/nombre de places/nombre de mentees/nombre maximum de mentorés/"
    "nombre de mentorés maximum",
    "external": "externe/prestataire/personne externe",
    "status": "statut/statut d emploi/situation/statut du salarié/statut employé/statut d activité",
    "hired_on": "date d embauche/date d entrée/embauche/embauché le/date d arrivée/date d entrée dans l entreprise/"
    "date d ancienneté",
    "last_promotion": "dernière promotion/date de dernière promotion/date de la dernière promotion/date de promotion",
    "left_on": "date de sortie/date de départ/date de fin de contrat/dernier jour travaillé/sorti le/parti le",
    "notes": "remarques/remarque/commentaire/commentaires",
    "cohort": "cohorte/édition/vague/nom du programme/programme de mentorat",
    "started_on": "début du programme/début du mentorat/commencé le",
    "completed_on": "fin du programme/fin du mentorat/terminé le/achevé le",
    "completion": "achèvement/terminé/achevé/statut de participation/programme terminé",
    "partner": "partenaire/binôme/jumelé avec/apparié avec",
    "rank": "rang/classement/priorité/ordre de préférence",
}
WORDS: Mapping[str, str] = {
    "manager": "supérieur/supérieur hiérarchique",
    "capacity": "capacité/combien de mentorés",
    "wants": "apprendre/souhaite",
    "offers": "partager/proposer",
    "first_name": "prénom",
    "last_name": "nom de famille",
    "email": "courriel/adresse électronique",
    "employee_number": "matricule",
    "languages": "langues",
    "role": "rôle dans",
    "last_promotion": "dernière promotion",
    "left_on": "date de sortie/date de départ",
    "hired_on": "embauche",
    "experience": "expérience de vie",
    "title": "intitulé/poste",
    "department": "département",
    "location": "lieu/ville",
    "company": "entreprise/société",
    "level": "niveau",
    "notes": "remarques/commentaires",
    "external": "externe",
    "name": "nom complet/votre nom",
}
NO_FIELD = (
    "téléphone/portable/salaire/salaires/sexe/genre/âge/date de naissance/anniversaire/nationalité/taille/civilité/"
    "centre de coût/adresse/code postal/rue/horodateur/horodatage/heure de début/heure de fin/date/numéro/"
    "temps de travail/"
    "situation familiale/photo"
)
IN_HISTORY: Mapping[str, str] = {
    "started_on": "début/date de début/du/depuis",
    "completed_on": "fin/date de fin/au/jusqu au",
    "completion": "résultat/statut",
}
TOPICS = "sujet/sujets/thème/thèmes/quels sujets/quels thèmes"

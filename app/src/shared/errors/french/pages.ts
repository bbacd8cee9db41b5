// SPDX-License-Identifier: Apache-2.0

import type { FrenchSentences } from "./sentence.ts";

const TELL = "Si cela dure, prévenez la personne qui exploite le serveur.";
const PUBLISH = "Prévenez la personne qui exploite la console : elle doit la publier à nouveau.";

const page: FrenchSentences = {
  "READY-101": [
    "Le fichier n’est pas une évaluation : il ne contient pas de JSON.",
    "Choisissez le fichier .json que cette page a enregistré ; une impression ou un texte copié ne s’ouvre pas.",
  ],
  "READY-102": [
    "Le fichier n’est pas une évaluation de cette page.",
    "Choisissez un fichier que cette page a enregistré et que personne n’a modifié depuis.",
  ],
  "READY-103": [
    "Le résultat qui figure dans le fichier ne découle pas des réponses qu’il contient.",
    "Ne vous y fiez pas : il a été modifié, ou fait par une autre version. Demandez l’original à son auteur.",
  ],
  "APP-101": [
    "Le serveur d’historique ne répond pas.",
    "Vérifiez votre connexion ; cette page réessaie d’elle-même toutes les quelques secondes.",
  ],
  "APP-102": [
    "Le serveur d’historique a mis trop de temps à répondre.",
    "Sur une ligne lente, patientez ; cette page réessaie d’elle-même.",
  ],
  "APP-103": [
    "Le serveur d’historique a envoyé une réponse que cette page ne comprend pas.",
    "Rechargez la page ; si cela n’aide pas, la page et son serveur sont de versions différentes : prévenez la personne qui les exploite.",
  ],
  "APP-104": ["Le serveur d’historique n’a pas pu répondre.", `Réessayez dans une minute. ${TELL}`],
  "APP-105": [
    "L’instantané que montrent ces pages n’a rien à cette adresse.",
    "Vérifiez l’adresse ; ce qui est arrivé après la prise de l’instantané sera dans le prochain.",
  ],
  "APP-106": [
    "L’instantané que montrent ces pages n’a pas pu être lu.",
    "Réessayez dans une minute ; si cela dure, prévenez la personne qui héberge ces pages.",
  ],
  "APP-201": [
    "Il n’y a pas de page à cette adresse.",
    "Vérifiez si l’adresse contient une faute de frappe, ou repartez de la liste des programmes.",
  ],
  "APP-202": [
    "Cette page s’est arrêtée par une faute qui lui est propre.",
    "Rechargez-la ; le registre n’est pas touché. Si cela se reproduit, signalez le numéro ci-dessous.",
  ],
  "APP-203": [
    "Ceci n’est pas l’adresse d’un programme.",
    "Ouvrez le programme depuis la liste, ou vérifiez que l’adresse a été copiée en entier.",
  ],
  "APP-204": [
    "Ceci n’est pas l’adresse d’un accord.",
    "Ouvrez l’accord depuis la liste, ou vérifiez que l’adresse a été copiée en entier.",
  ],
  "APP-205": [
    "Les termes de cette page ne sont pas ceux dont l’agence a signé l’empreinte.",
    "Ne signez pas. Rechargez la page ; si cela reste, prévenez l’agence et ne vous fiez pas au nœud que lit cette page.",
  ],
  "APP-206": [
    "Ce brouillon a été écrit par une autre version de cette page.",
    "Commencez un nouveau brouillon ; celui du bureau reste tel quel.",
  ],
  "APP-207": [
    "Ce n’est pas l’adresse d’un fonds de donateurs.",
    "Ouvrez le fonds depuis la liste, ou vérifiez que l’adresse a été copiée en entier.",
  ],
  "APP-301": [
    "Le fichier n’a pas pu être lu jusqu’au bout.",
    "Vérifiez qu’il existe encore et n’est pas ouvert ailleurs, puis choisissez-le à nouveau.",
  ],
  "APP-302": [
    "Ceci n’est pas une empreinte.",
    "Une empreinte est 0x suivi de 64 chiffres et lettres de a à f ; copiez-la en entier.",
  ],
  "APP-303": [
    "Ce navigateur n’a pas pu calculer l’empreinte.",
    "Prenez une version actuelle de Firefox, Chrome, Edge ou Safari, ou collez une empreinte calculée ailleurs.",
  ],
  "CONFIG-101": [
    "Cette console n’a pas pu lire sa configuration.",
    "Rechargez la page ; si cela n’aide pas, dites à la personne qui exploite la console que config.json manque.",
  ],
  "CONFIG-102": ["La configuration de cette console n’est pas un fichier JSON.", PUBLISH],
  "CONFIG-103": ["La configuration de cette console n’est pas utilisable.", PUBLISH],
  "CONFIG-104": ["La configuration nomme un réseau, et le déploiement est sur un autre.", PUBLISH],
  "CONFIG-105": ["La configuration ne nomme ni serveur d’historique, ni instantané.", PUBLISH],
};

const workplaces: FrenchSentences = {
  "ACCT-101": [
    "Le successeur n’est pas le numéro d’un compte ouvert.",
    "Vérifiez le numéro, ou laissez le champ vide.",
  ],
  "ACCT-102": ["Cet identifiant mène déjà à ce compte.", "Il n’y a rien à faire."],
  "ACCT-103": [
    "Cet identifiant appartient déjà au compte {number}.",
    "Clôturez ce compte-là et nommez celui-ci comme successeur.",
    /account (?<number>\d+) already/,
  ],
  "TERM-101": [
    "Ce navigateur ne garde rien et ne peut donc pas servir de point de vente.",
    "Ouvrez cette page dans une fenêtre ordinaire, pas une fenêtre privée, et autorisez-la à garder des données.",
  ],
};

const history: FrenchSentences = {
  "HIST-400": ["La demande n’est pas valable.", "Corrigez l’adresse de la page et réessayez."],
  "HIST-401": [
    "Aucun programme n’est connu à cette adresse.",
    "Vérifiez l’adresse, ou attendez que le bloc dans lequel le programme a été créé soit lu.",
  ],
  "HIST-402": [
    "Personne n’a enregistré ce document.",
    "Vérifiez que le fichier est exactement celui qui a été enregistré, octet pour octet, et que les blocs récents sont lus.",
  ],
  "HIST-403": [
    "Aucun fonds de donateurs n’est connu à cette adresse.",
    "Vérifiez l’adresse, ou attendez que le bloc dans lequel le fonds a été créé soit lu.",
  ],
  "HIST-405": [
    "Aucun accord n’est connu à cette adresse.",
    "Vérifiez l’adresse, ou attendez que le bloc dans lequel l’accord a été créé soit lu.",
  ],
  "HIST-406": [
    "Rien n’a été donné à ce fonds sous cette référence.",
    "Vérifiez la référence lettre par lettre, majuscules comprises, et que c’est le bon fonds.",
  ],
  "HIST-404": ["Il n’y a rien à cette adresse.", "Repartez de la liste des programmes."],
  "HIST-500": ["La réponse n’a pas pu être faite.", `Réessayez. ${TELL}`],
};

const agency: FrenchSentences = {
  "AGENCY-101": ["Ce programme n’a pas de cycle avec ce numéro.", "Choisissez un des cycles du programme."],
  "AGENCY-102": [
    "Il n’y a pas de proposition ouverte avec ce numéro.",
    "Regardez les propositions ouvertes ; elle a été approuvée, retirée, ou se trouve sur un autre contrat.",
  ],
  "AGENCY-103": [
    "Ce programme n’a pas de commerçant avec ce numéro.",
    "Choisissez un des commerçants du programme.",
  ],
  "AGENCY-104": [
    "Ce programme n’a pas de règlement avec ce numéro.",
    "Choisissez un des règlements du programme.",
  ],
  "AGENCY-105": [
    "Aucun commerçant de ce programme n’a jamais eu ce terminal.",
    "Vérifiez l’adresse, ou cherchez-la parmi les terminaux du commerçant.",
  ],
  "AGENCY-106": [
    "Le consortium n’a pas d’accord à cette adresse.",
    "Ouvrez l’accord depuis la liste, ou vérifiez que l’adresse a été copiée en entier.",
  ],
  "AGENCY-107": [
    "Les contrats de cette chaîne datent d’avant les accords.",
    "Demandez à qui les a déployés ; les accords demandent un déploiement plus récent.",
  ],
  "AGENCY-108": [
    "Le consortium n’a pas de fonds de donateurs à cette adresse.",
    "Ouvrez le fonds depuis la liste, ou vérifiez que l’adresse a été copiée en entier.",
  ],
  "AGENCY-109": [
    "Les contrats de cette chaîne datent d’avant les fonds de donateurs.",
    "Demandez à qui les a déployés ; les fonds demandent un déploiement plus récent.",
  ],
  "AGENCY-201": [
    "La liste présentée n’est pas celle qui a été préparée.",
    "Ne signez pas ; demandez la liste au préparateur, ou renvoyez le cycle.",
  ],
  "AGENCY-202": [
    "La liste du cycle n’est pas chargée en entier, et il la faut pour les remboursements et les corrections.",
    "Donnez la liste fixée, ou attendez que la liste soit chargée.",
  ],
  "AGENCY-301": [
    "Le code ne convient pas : il compte de 1 à 31 lettres simples, chiffres ou tirets.",
    "Écrivez un code court sans accents, par exemple MONTANT-FAUX.",
  ],
  "AGENCY-302": ["Aucun compte de ménage n’a été choisi.", "Choisissez au moins un compte et réessayez."],
};

const households: FrenchSentences = {
  "HOUSE-101": [
    "La phrase secrète est trop courte.",
    "Choisissez au moins 12 caractères ; quatre ou cinq mots sans lien entre eux conviennent.",
  ],
  "HOUSE-102": [
    "La phrase secrète n’ouvre pas la clé du bureau.",
    "Vérifiez les majuscules et la langue du clavier, puis tapez-la à nouveau ; seuls ceux qui la connaissent peuvent ouvrir la clé.",
  ],
  "HOUSE-103": [
    "L’enveloppe de clés du bureau est endommagée ou d’une version que cette page ne connaît pas.",
    "Rechargez la page ; si cela reste, demandez à l’administrateur de restaurer le bureau depuis sa sauvegarde.",
  ],
  "HOUSE-104": ["La clé du bureau n’a pas 32 octets.", "Ouvrez à nouveau l’enveloppe de clés de ce bureau."],
  "HOUSE-201": [
    "Des données de ménages scellées ne s’ouvrent pas : elles ont été changées, sont à une autre place, ou ont été scellées avec une autre clé.",
    "Rien n’est perdu dans le registre. Demandez à l’administrateur de restaurer le bureau depuis sa sauvegarde.",
  ],
  "HOUSE-202": [
    "Une page du répertoire des ménages n’est pas compréhensible.",
    "Prenez la version de la console qui l’a écrite, ou une plus récente.",
  ],
  "HOUSE-203": [
    "Un compte n’appartient pas à cette page du répertoire des ménages.",
    "Signalez-le ; le répertoire n’a pas changé.",
  ],
  "HOUSE-301": [
    "Les identifiants des ménages sont verrouillés.",
    "Tapez la phrase secrète du bureau pour les déverrouiller dans ce navigateur.",
  ],
  "HOUSE-302": [
    "Ce bureau n’a pas encore d’enveloppe de clés.",
    "Demandez à l’administrateur d’en établir une sur la page Bureau : il faut la clé du consortium et une phrase secrète.",
  ],
  "HOUSE-303": [
    "Quelqu’un d’autre change sans cesse la même page du répertoire des ménages.",
    "Enregistrez à nouveau dans un moment ; les ménages déjà enregistrés le restent.",
  ],
  "HOUSE-401": [
    "Aucun identifiant de ménage n’a été donné.",
    "Tapez l’identifiant tel qu’il figure sur le document.",
  ],
  "HOUSE-402": [
    "Un tableur a changé cet identifiant en nombre, et des chiffres sont perdus.",
    "Tapez-le d’après le document lui-même.",
  ],
  "HOUSE-403": [
    "Un identifiant de ménage compte au plus 64 lettres et chiffres.",
    "Vérifiez qu’un seul identifiant a été tapé.",
  ],
  "HOUSE-404": [
    "L’identifiant contient des signes qu’aucun identifiant de ménage n’a.",
    "Prenez des lettres et des chiffres ; les espaces, tirets et points entre eux ne comptent pas.",
  ],
};

const lists: FrenchSentences = {
  "LIST-501": ["La liste n’a aucun ménage.", "Importez une liste dont au moins une ligne est acceptée."],
  "LIST-502": [
    "Un compte figure deux fois dans la liste.",
    "Retirez l’une des deux entrées ; chaque compte a un seul droit par cycle.",
  ],
  "LIST-503": [
    "Un montant de la liste est zéro, négatif ou plus grand qu’un droit ne peut être.",
    "Corrigez la liste et fixez-la à nouveau.",
  ],
  "LIST-504": [
    "Une partie de la liste est endommagée.",
    "Refaites les parties à partir de la liste, ou relisez-les dans le registre.",
  ],
  "LIST-505": [
    "La liste sans noms ne se lit pas.",
    "Exportez-la à nouveau là où elle a été fixée ; elle ne doit pas être modifiée.",
  ],
  "LIST-506": [
    "La clé du consortium n’a pas 32 octets.",
    "Chargez le fichier de clé que le consortium a remis, complet et inchangé.",
  ],
  "LIST-507": [
    "La clé du consortium n’est pas celle avec laquelle les comptes ont été ouverts.",
    "Chargez la clé de la version en vigueur ; avec une autre clé, chaque ménage aurait un second compte.",
  ],
  "LIST-508": [
    "Le type d’identifiant n’est pas valable.",
    "Prenez le nom convenu dans le consortium, en minuscules, chiffres et tirets, par exemple « national-id ».",
  ],
};

const exchange: FrenchSentences = {
  "EXPORT-101": [
    "{organisation} n’a pas d’identifiant IATI, si bien que ses activités ne se distinguent pas d’autres.",
    "Faites-la admettre par le conseil avec son identifiant, ou indiquez-en un dans le profil d’exportation.",
    /^(?<organisation>.*) has no IATI/,
  ],
  "EXPORT-102": [
    "Le profil d’exportation n’est pas valable : {problem}.",
    "Corrigez cette entrée ; docs/exports.md les énumère toutes.",
    /not valid: (?<problem>.*?)\. Correct/,
  ],
  "EXPORT-103": [
    "« {activity} » est tenu en {currency}, qui n’est pas une devise de la norme ISO 4217 : un fichier IATI ne peut pas en dire les montants.",
    "Que la personne qui écrit le profil d’exportation indique sous currencies dans quelle devise et à quels taux votre organisation le déclare ; CSV, HXL et JSON le disent tel quel.",
    /“(?<activity>.*)” is kept in (?<currency>\S+), which/,
  ],
  "EXPORT-104": [
    "Le profil d’exportation n’a pas de taux pour {currency} au {day} ni avant.",
    "Ajoutez sous currencies le taux auquel votre organisation déclarait alors.",
    /no rate for (?<currency>\S+) on (?<day>\S+) or/,
  ],
  "EXPORT-201": [
    "Le fichier n’est pas un fichier d’activités IATI de la version 2 : {problem}.",
    "Choisissez un fichier dont l’élément extérieur est iati-activities, décompressé.",
    /version 2: (?<problem>.*?)\. Name/,
  ],
  "EXPORT-202": [
    "Dans l’activité {activity} du fichier IATI, {what} n’est pas utilisable.",
    "Faites corriger par l’éditeur, ou vérifiez le fichier avec un validateur IATI ; rien n’en a été repris.",
    /activity (?<activity>.*?) of the IATI file, (?<what>.*?) is not usable/,
  ],
  "EXPORT-203": [
    "Le fichier ne dit pas de lui-même quel argent est entré : fonds reçus et engagements reçus y figurent ensemble, ou n’y figurent pas.",
    "Choisissez un type avec --incoming 1 ou 11 : ensemble, ils compteraient deux fois le même argent.",
  ],
};

/** What the pages themselves, the history server and the sdk tell. */
export const pages: FrenchSentences = {
  ...page,
  ...workplaces,
  ...history,
  ...agency,
  ...households,
  ...lists,
  ...exchange,
};

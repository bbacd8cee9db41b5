// SPDX-License-Identifier: Apache-2.0

import type { FrenchSentences } from "./sentence.ts";

const TELL = "Si cela dure, prévenez la personne qui exploite le serveur.";
const SIGN_IN_AGAIN = "Connectez-vous à nouveau.";
const LOOK_AGAIN = "Rechargez la page et regardez la liste.";

const session: FrenchSentences = {
  "OFFICE-001": [
    "Le serveur du bureau ne répond pas.",
    "Les pages qui n’ont besoin que du registre continuent ; vérifiez la connexion, ou prévenez la personne qui exploite le serveur.",
  ],
  "OFFICE-002": [
    "La réponse du serveur du bureau n’a pas été comprise.",
    "Rechargez la page ; si cela reste, la page et le serveur sont de versions différentes.",
  ],
  "OFFICE-003": ["Le serveur du bureau a refusé sans dire pourquoi.", `Réessayez. ${TELL}`],
  "OFFICE-101": ["Personne n’est connecté, ou la session est terminée.", SIGN_IN_AGAIN],
  "OFFICE-102": [
    "Ce compte n’a plus de rôle dans cette organisation ; la session est donc terminée.",
    "Si cela vous surprend, demandez à l’administrateur de l’organisation.",
  ],
  "OFFICE-103": [
    "La connexion a pris trop de temps, ou a déjà servi.",
    `${SIGN_IN_AGAIN} Chaque message signé vaut une fois, pendant quelques minutes.`,
  ],
  "OFFICE-104": [
    "Le texte signé n’est pas une connexion à ce site.",
    "Rechargez la page et connectez-vous à nouveau.",
  ],
  "OFFICE-105": [
    "La connexion a été faite pour un autre site.",
    "Ne vous connectez que dans la console de votre organisation ; dites à votre administrateur où cela vous a été demandé.",
  ],
  "OFFICE-106": [
    "La connexion a été faite pour un autre réseau que celui de ce bureau.",
    "Passez votre portefeuille au réseau de cette console et connectez-vous à nouveau.",
  ],
  "OFFICE-107": [
    "La signature n’est pas celle de ce compte.",
    "Choisissez le compte dans votre portefeuille et connectez-vous à nouveau.",
  ],
  "OFFICE-109": [
    "Ce compte n’a pas de rôle dans cette organisation.",
    "Connectez le compte que votre administrateur a nommé, ou demandez-lui de nommer celui-ci.",
  ],
};

const rights: FrenchSentences = {
  "OFFICE-201": ["Il faut un autre rôle pour cela.", "Demandez à un agent qui a ce rôle de le faire."],
  "OFFICE-202": ["Un terminal ne peut pas faire cela.", "Connectez-vous comme agent."],
  "OFFICE-203": [
    "Ce site n’a pas le droit de parler au bureau.",
    "Ouvrez la console de votre organisation ; la personne qui exploite le serveur peut permettre une autre adresse avec --origins.",
  ],
  "OFFICE-204": ["La demande n’est pas valable.", "Corrigez-la et réessayez."],
  "OFFICE-205": [
    "La demande dépasse les {megabytes} Mo admis.",
    "Envoyez moins à la fois.",
    /the (?<megabytes>\d+) MB/,
  ],
  "OFFICE-206": [
    "Trop de demandes sont venues d’ici en peu de temps.",
    "Attendez {seconds} secondes et continuez.",
    /Wait (?<seconds>\d+) seconds/,
  ],
  "OFFICE-207": ["Il n’y a rien à cette adresse.", "Rechargez la page."],
  "OFFICE-210": [
    "Cette organisation n’a pas de programme à cette adresse.",
    "Choisissez un des programmes de l’organisation.",
  ],
  "OFFICE-211": [
    "Ceci est réservé aux agents de cette organisation ; ce compte est partie à ses accords.",
    "Continuez avec les accords ; pour le reste, demandez à un agent de l’organisation.",
  ],
  "OFFICE-212": [
    "Cette organisation n’a pas, à cette adresse, d’accord auquel ce compte soit partie.",
    "Ouvrez l’accord depuis la liste, avec le compte que nomment ses termes ou l’administrateur du partenaire.",
  ],
  "OFFICE-213": [
    "Ce compte peut lire les fichiers de cet accord, mais pas en ajouter.",
    "Demandez à un préparateur ou administrateur du partenaire, à un contrôleur, à l’arbitre ou à un agent de l’agence.",
  ],
};

const things: FrenchSentences = {
  "OFFICE-301": [
    "Quelqu’un a changé ceci depuis que vous l’avez ouvert.",
    "Rechargez pour voir le changement, puis refaites le vôtre.",
  ],
  "OFFICE-302": [
    "L’état du brouillon ne permet plus de le changer.",
    "Restaurez d’abord un brouillon écarté ; pour un brouillon préparé, commencez-en un nouveau.",
  ],
  "OFFICE-303": ["Le brouillon n’est pas écarté.", "Rechargez les brouillons ; il a déjà été restauré."],
  "OFFICE-304": ["L’état de la demande ne permet pas ce changement.", LOOK_AGAIN],
  "OFFICE-305": [
    "La liste n’est pas celle que ses indications décrivent.",
    "Préparez la liste à nouveau à partir de son fichier.",
  ],
  "OFFICE-306": [
    "Le registre a une autre liste pour le cycle {cycle}.",
    "Préparez la liste à nouveau pour le numéro de cycle suivant.",
    /for cycle (?<cycle>\d+)\./,
  ],
  "OFFICE-307": [
    "La ligne {line} n’est pas valable.",
    "Préparez les lignes à nouveau à partir de leur fichier.",
    /Line (?<line>\d+)/,
  ],
  "OFFICE-308": [
    "Le document n’est pas celui de cette empreinte.",
    "Choisissez le fichier à nouveau ; il a changé depuis le calcul de l’empreinte.",
  ],
  "OFFICE-309": [
    "Une demande s’annonce avec le numéro de son ouverture.",
    "Donnez le numéro de l’ouverture qui est dans le registre.",
  ],
  "OFFICE-310": [
    "Cet accord a déjà autant de fichiers ou de mégaoctets qu’il peut avoir.",
    "Réunissez plusieurs documents en un fichier, ou demandez à la personne qui exploite le serveur.",
  ],
  "OFFICE-311": [
    "Le registre n’accepterait pas cette vérification signée.",
    "Rechargez l’accord : il y a une nouvelle soumission, vous avez déjà vérifié, ou les clauses ne vous nomment pas comme contrôleur.",
  ],
  "OFFICE-401": ["Ce brouillon n’existe pas.", "Rechargez les brouillons."],
  "OFFICE-402": [
    "Le bureau n’a pas la liste de ce cycle.",
    "Demandez au préparateur de la déposer à nouveau à partir du fichier de la liste fixée.",
  ],
  "OFFICE-403": ["Cette demande n’existe pas.", LOOK_AGAIN],
  "OFFICE-404": ["Il n’y a pas de correspondance enregistrée sous ce nom.", LOOK_AGAIN],
  "OFFICE-405": ["Cette exception n’existe pas.", LOOK_AGAIN],
  "OFFICE-406": [
    "Ce ménage n’a pas de carte.",
    "Demandez au dépositaire d’en émettre une, ou reconnaissez le ménage par un document.",
  ],
  "OFFICE-407": [
    "Le bureau n’a pas ce document.",
    "Demandez à l’agent qui l’a enregistré de le déposer ici.",
  ],
  "OFFICE-409": ["Le répertoire des ménages n’a pas encore cette page.", "Enregistrez d’abord ses ménages."],
  "OFFICE-410": [
    "Le bureau n’a pas encore d’enveloppe de clés.",
    "Demandez à l’administrateur de l’établir sur la page Bureau.",
  ],
  "OFFICE-411": ["Rien n’est encore déposé pour ce brouillon.", "Choisissez le fichier à nouveau."],
  "OFFICE-412": [
    "Le bureau n’a pas ce fichier.",
    "Demandez-le à qui l’a soumis, et comparez vous-même son empreinte.",
  ],
  "OFFICE-413": ["Ce brouillon d’accord n’existe pas.", "Rechargez les brouillons."],
  "OFFICE-501": ["Le serveur du bureau a échoué pour une cause imprévue.", `Réessayez. ${TELL}`],
  "OFFICE-502": ["Le serveur du bureau ne peut pas lire le registre.", `Réessayez dans un moment. ${TELL}`],
  "OFFICE-503": [
    "L’endroit où le bureau garde les fichiers ne répond pas comme il faut.",
    `Réessayez dans une minute. ${TELL}`,
  ],
  "OFFICE-504": [
    "Le fichier que garde le bureau n’est pas celui qui y a été déposé.",
    "Ne vous en servez pas ; prévenez la personne qui exploite le serveur, et demandez le fichier à qui l’a soumis.",
  ],
};

const jobs: FrenchSentences = {
  "OFFICE-601": [
    "Ce bureau n’a pas de relais.",
    "Envoyez depuis la ligne de commande, ou faites démarrer le serveur du bureau avec une clé de relais.",
  ],
  "OFFICE-602": ["Le relais n’a pas ce travail.", LOOK_AGAIN],
  "OFFICE-603": [
    "Le relais ne travaille que pour les programmes de sa propre organisation.",
    "Vérifiez le programme, ou adressez-vous au relais de l’organisation qui le mène.",
  ],
  "OFFICE-604": [
    "Le bureau n’a pas la liste du cycle {cycle}.",
    "Demandez au préparateur d’envoyer la liste fixée au bureau.",
    /cycle (?<cycle>\d+)/,
  ],
  "OFFICE-605": [
    "La liste du bureau n’est pas celle que le cycle {cycle} a dans le registre.",
    "Demandez au préparateur d’envoyer la liste qui a été préparée ; rien n’a été chargé.",
    /cycle (?<cycle>\d+)/,
  ],
  "OFFICE-606": [
    "Le cycle {cycle} ne peut pas être chargé dans l’état où il est.",
    "Chargez-le quand il est approuvé et, là où il le faut, libéré.",
    /Cycle (?<cycle>\d+)/,
  ],
  "OFFICE-607": ["Cette demande au dépositaire n’existe pas.", LOOK_AGAIN],
  "OFFICE-608": [
    "Aucun dépositaire n’a encore annoncé l’ouverture de ces comptes dans le registre.",
    "Faites-la signer par un dépositaire, puis relancez le travail.",
  ],
  "OFFICE-609": [
    "Un lot de reçus ne porte pas la signature de son terminal.",
    "Faites-le signer à nouveau par le terminal pour ce programme ; rien n’a été envoyé.",
  ],
  "OFFICE-610": [
    "Un lot n’a pas le bon nombre de reçus entiers.",
    "Faites refaire ses lots au terminal ; rien n’a été envoyé.",
  ],
  "OFFICE-611": [
    "Le relais a {has} et il lui faut environ {needs} de la monnaie du réseau.",
    "Envoyez au moins {missing} à {address}, puis reprenez le travail.",
    /has (?<has>\S+) and this needs about (?<needs>\S+) of .* Send at least (?<missing>\S+) to (?<address>\w+)/,
  ],
  "OFFICE-612": [
    "Le nœud ne répond pas ; {done} sur {total} sont dans le registre.",
    "Il n’y a rien à faire : le relais continue de lui-même quand le nœud répond.",
    /answer; (?<done>\d+) of (?<total>\d+)/,
  ],
  "OFFICE-613": [
    "Le relais s’est arrêté par une faute qui lui est propre.",
    `Reprenez le travail ; ce qui est passé reste. ${TELL}`,
  ],
  "OFFICE-614": ["Le nœud ne répond pas ; le travail n’a pas été pris.", "Réessayez dans une minute."],
};

const cards: FrenchSentences = {
  "OFFICE-901": [
    "Le code est faux.",
    "Réessayez ; encore {left} codes faux de suite bloquent la carte pour un moment.",
    /again; (?<left>\d+) more/,
  ],
  "OFFICE-902": [
    "La carte est bloquée après trop de codes faux.",
    "Réessayez dans {minutes} minutes, ou reconnaissez le ménage par un document.",
    /in (?<minutes>\d+) minutes/,
  ],
  "OFFICE-903": [
    "La carte a été déclarée perdue et elle est bloquée.",
    "Gardez la carte, et faites émettre une nouvelle carte au ménage par le dépositaire.",
  ],
  "OFFICE-904": [
    "Le ménage a reçu une autre carte à la place de celle-ci.",
    "Demandez la carte plus récente.",
  ],
  "OFFICE-905": [
    "Le même ménage figure deux fois parmi les cartes à émettre.",
    "Émettez une carte par ménage.",
  ],
};

/** What the office server and its relayer refuse. Starting and settings of the server are told on its own screen, in English. */
export const office: FrenchSentences = { ...session, ...rights, ...things, ...jobs, ...cards };

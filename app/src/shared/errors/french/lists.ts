// SPDX-License-Identifier: Apache-2.0

/** What is wrong in a list or another table, and what to do, by code. Words in braces are filled in. */
export const lists: Readonly<Record<string, readonly [what: string, next: string]>> = {
  "LIST-101": [
    "Le fichier est vide.",
    "Exportez la liste à nouveau et vérifiez qu'elle a un en-tête et des lignes.",
  ],
  "LIST-102": [
    "Le fichier a un en-tête mais aucune ligne en dessous.",
    "Exportez la liste à nouveau avec ses ménages.",
  ],
  "LIST-103": [
    "La première ligne contient des données au lieu des noms des colonnes.",
    "Ajoutez une ligne d'en-tête avec les noms des colonnes et envoyez le fichier à nouveau.",
  ],
  "LIST-104": [
    "Le fichier n'a qu'une colonne : le séparateur n'a pas été reconnu ou les montants manquent.",
    "Enregistrez-le en CSV avec une virgule, un point-virgule, une tabulation ou une barre verticale entre les colonnes.",
  ],
  "LIST-105": [
    "La colonne « {wanted} » ne se trouve pas dans le fichier, qui contient : {columns}.",
    "Choisissez la colonne qui convient.",
  ],
  "LIST-106": [
    "La colonne « {wanted} » se trouve plus d'une fois dans l'en-tête.",
    "Renommez ou supprimez l'une des deux et envoyez le fichier à nouveau.",
  ],
  "LIST-107": [
    "Le texte n'est pas en UTF-8 : les lettres accentuées seraient abîmées.",
    "Enregistrez le fichier en « CSV UTF-8 » ou, s'il vient d'un ancien Excel, lisez-le en Windows-1252.",
  ],
  "LIST-108": [
    "Le fichier a {size} Mo ; on peut importer {limit} Mo au plus à la fois.",
    "Supprimez les colonnes inutiles, ou répartissez la liste sur plusieurs cycles.",
  ],
  "LIST-109": [
    "Le fichier est un classeur ou un autre fichier binaire, pas un fichier texte.",
    "Ouvrez-le dans le tableur et enregistrez la feuille en « CSV UTF-8 ».",
  ],
  "LIST-110": [
    "Un guillemet de cette ligne s'ouvre ou se ferme au mauvais endroit, si bien que ses cellules ne peuvent être distinguées.",
    "Supprimez ou doublez le guillemet et envoyez le fichier à nouveau.",
  ],
  "LIST-111": [
    "Cette ligne a {found} cellules là où l'en-tête en a {expected} : ses valeurs peuvent être dans les mauvaises colonnes.",
    "Mettez entre guillemets une valeur qui contient le séparateur, ou ajoutez les cellules manquantes.",
  ],
  "LIST-112": [
    "Cette cellule court sur plusieurs lignes et contient ce qui ressemble à des lignes entières entre deux guillemets égarés.",
    "Supprimez les deux guillemets, ou les retours à la ligne si le texte va ensemble, et envoyez le fichier à nouveau.",
  ],
  "LIST-201": ["L'identifiant manque.", "Remplissez-le ou supprimez la ligne."],
  "LIST-202": [
    "Un tableur a changé cet identifiant en nombre et a perdu ou ajouté des chiffres.",
    "Mettez la colonne au format texte, recopiez les identifiants de la source et enregistrez.",
  ],
  "LIST-203": [
    "L'identifiant a plus de {limit} lettres et chiffres.",
    "Vérifiez que la bonne colonne est choisie et corrigez l'identifiant.",
  ],
  "LIST-204": [
    "L'identifiant contient autre chose que des lettres, des chiffres et des séparateurs.",
    "Corrigez-le d'après la source.",
  ],
  "LIST-205": [
    "Le même identifiant se trouve à la ligne {first} avec le même montant ; cette ligne n'est donc pas retenue.",
    "Supprimez cette ligne, ou corrigez son identifiant s'il s'agit d'un autre ménage.",
  ],
  "LIST-206": [
    "Le même identifiant se trouve à la ligne {first} et les lignes ne s'accordent pas sur un montant ; aucune n'est retenue.",
    "Gardez la ligne juste, supprimez ou corrigez l'autre, et envoyez le fichier à nouveau.",
  ],
  "LIST-301": ["Le montant manque.", "Remplissez-le ou supprimez la ligne."],
  "LIST-302": ["Ce n'est pas un nombre.", "Écrivez le montant en chiffres seuls, sans devise ni mots."],
  "LIST-303": ["Le montant est négatif.", "Écrivez un montant au-dessus de zéro ou supprimez la ligne."],
  "LIST-304": ["Le montant est zéro.", "Écrivez un montant au-dessus de zéro ou supprimez la ligne."],
  "LIST-305": [
    "Un tableur a raccourci ce nombre et des chiffres peuvent être perdus.",
    "Mettez la colonne au format nombre avec tous les chiffres et enregistrez à nouveau.",
  ],
  "LIST-306": [
    "Le montant a plus de décimales que {currency} n'en a ({decimals}).",
    "Arrondissez le montant à la source et envoyez le fichier à nouveau.",
  ],
  "LIST-307": [
    "Le montant ne peut être versé : il n'est pas un multiple de {step} {currency}.",
    "Arrondissez-le au pas payable du programme.",
  ],
  "LIST-308": [
    "Le montant dépasse ce qu'un droit peut être ({limit} {currency}).",
    "Vérifiez que la bonne colonne est choisie et corrigez le montant.",
  ],
  "LIST-309": [
    "Le point ou la virgule de ce nombre peut précéder les décimales ou séparer les milliers : un facteur de 1 000.",
    "Dites quelle marque décimale la colonne utilise, ou enregistrez-la sans séparateurs de milliers.",
  ],
  "LIST-311": [
    "Le nombre par lequel la valeur est multipliée manque.",
    "Remplissez-le ou supprimez la ligne.",
  ],
  "LIST-312": [
    "Ce n'est pas un nombre entier de 1 à {limit}.",
    "Écrivez en chiffres seuls le nombre par lequel la valeur est multipliée.",
  ],
  "LIST-313": [
    "La valeur serait multipliée par zéro : le ménage n'aurait rien.",
    "Écrivez un nombre au-dessus de zéro ou supprimez la ligne.",
  ],
  "LIST-314": [
    "Le nombre par lequel la valeur est multipliée est négatif.",
    "Écrivez un nombre au-dessus de zéro ou supprimez la ligne.",
  ],
  "LIST-321": [
    "La taille du ménage n'est pas un nombre entier de 1 à {limit}.",
    "Corrigez-la, ou laissez la cellule vide si elle n'est pas connue.",
  ],
  "LIST-401": [
    "Ce ménage n'a pas encore de compte ouvert.",
    "Demandez au dépositaire de l'ouvrir ; la liste attend jusque-là.",
  ],
  "LIST-402": [
    "Ce ménage se trouve à la ligne {first} sous un autre identifiant ; aucune des deux lignes n'est retenue.",
    "Supprimez l'une des deux lignes et envoyez le fichier à nouveau.",
  ],
};

/** Where an English sentence has the facts of {@link lists}, for those who have nothing but the sentence. */
export const listFacts: Readonly<Record<string, RegExp>> = {
  "LIST-105": /no column "(?<wanted>.*?)" .*the file has: (?<columns>.*)\. Choose/,
  "LIST-106": /column "(?<wanted>.*?)" stands/,
  "LIST-108": /has (?<size>[\d.,]+) MB; at most (?<limit>[\d.,]+) MB/,
  "LIST-111": /has (?<found>\d+) cells where the header has (?<expected>\d+)/,
};

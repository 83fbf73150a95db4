[#-- À qui sa demande d’adhésion vient d’être validée. prenom, adherent, numero, montant, paiement (helloasso, virement, cheque ou rien), moyen --]
Votre demande d’adhésion est validée (${numero})
Bonjour ${prenom},

C’est oui : votre demande d’adhésion (${adherent}) est validée. Dès que le règlement est là, l’adhésion court pour un an.
[#switch paiement]
[#case "helloasso"]
Il reste à régler ${(montant == montant?int)?then(montant?string("0"), montant?string("0.00"))} €, en ligne :
${moyen.adresse!}
[#break]
[#case "virement"]
Il reste à virer ${(montant == montant?int)?then(montant?string("0"), montant?string("0.00"))} € à ${moyen.titulaire!}
IBAN : ${moyen.iban!}
En libellé : Adhésion ${numero}
[#break]
[#case "cheque"]
Il reste un chèque de ${(montant == montant?int)?then(montant?string("0"), montant?string("0.00"))} € à l’ordre de ${moyen.ordre!}, ${moyen.adresse!}
Au dos : Adhésion ${numero}
[#break]
[/#switch]

C’est déjà réglé ? Vous n’avez rien à faire.

[#-- À qui demande à adhérer. prenom, adherent, numero, montant, paiement (helloasso, virement, cheque ou rien), moyen, jours, qui --]
Votre adhésion est bien arrivée (${numero})
Bonjour ${prenom},

Merci ! Votre demande d’adhésion (${adherent}) porte le numéro ${numero}.
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

Une question ? Répondez à ce mail : ${qui?has_content?then(qui, "on")} vous répond sous ${jours} jours ouvrés.
Si vous n’avez rien demandé, quelqu’un s’est trompé d’adresse : dites-le-nous d’un mot.

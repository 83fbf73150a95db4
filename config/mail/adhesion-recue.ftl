[#-- À qui demande à adhérer. prenom, adherent, numero, montant (« 12,50 € »), paiement (helloasso, virement, cheque, sur-place ou rien), moyen, jours, qui --]
Votre adhésion est bien arrivée (${numero})
Bonjour ${prenom},

Merci ! Votre demande d’adhésion (${adherent}) porte le numéro ${numero}.
[#switch paiement]
[#case "helloasso"]
Il reste à régler ${montant}, en ligne :
${moyen.adresse!}
[#break]
[#case "virement"]
Il reste à virer ${montant} à ${moyen.titulaire!}
IBAN : ${moyen.iban!}
En libellé : Adhésion ${numero}
[#break]
[#case "cheque"]
Il reste un chèque de ${montant} à l’ordre de ${moyen.ordre!}, ${moyen.adresse!}
Au dos : Adhésion ${numero}
[#break]
[#case "sur-place"]
Il reste à régler ${montant}, sur place : ${moyen.ou!}
À dire : Adhésion ${numero}
[#break]
[/#switch]

Une question ? Répondez à ce mail : ${qui?has_content?then(qui, "on")} vous répond sous ${jours} jours ouvrés.
Si vous n’avez rien demandé, quelqu’un s’est trompé d’adresse : dites-le-nous d’un mot.

[#-- À qui sa demande d’adhésion vient d’être validée. prenom, adherent, numero, montant (« 12,50 € »), paiement (helloasso, virement, cheque, sur-place ou rien), moyen, civile (l’adhésion finit avec l’année) --]
Votre demande d’adhésion est validée (${numero})
Bonjour ${prenom},

C’est oui : votre demande d’adhésion (${adherent}) est validée. Dès que le règlement est là, l’adhésion court [#if civile!false]jusqu’au 31 décembre[#else]pour un an[/#if].
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

C’est déjà réglé ? Vous n’avez rien à faire.

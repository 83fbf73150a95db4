[#-- À la salariée. adherent, prenom, numero, montant (« 12,50 € »), paiement, ecran --]
${adherent} veut adhérer (${montant})
Bonjour,

Une demande d’adhésion est arrivée : ${adherent}, numéro ${numero}, ${montant}[#if paiement?has_content] par ${paiement?replace("cheque", "chèque")?replace("helloasso", "HelloAsso")}[/#if].

Quand le règlement est là, un geste suffit :
${ecran}

[#-- À la salariée. adherent, prenom, numero, montant, paiement, ecran --]
${adherent} veut adhérer (${(montant == montant?int)?then(montant?string("0"), montant?string("0.00"))} €)
Bonjour,

Une demande d’adhésion est arrivée : ${adherent}, numéro ${numero}, ${(montant == montant?int)?then(montant?string("0"), montant?string("0.00"))} €[#if paiement?has_content] par ${paiement?replace("cheque", "chèque")?replace("helloasso", "HelloAsso")}[/#if].

Quand le règlement est là, un geste suffit :
${ecran}

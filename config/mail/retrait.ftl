[#-- À qui relit, quand quelqu’un demande le retrait d’une photo. photo, raison, courriel (vide si aucun), adresse --]
Une photo a été retirée à la demande de quelqu’un
Bonjour,

Quelqu’un a demandé le retrait de « ${photo} ». On ne la voit déjà plus sur le site.
[#if raison?has_content]

Voici ce qui a été écrit :

${raison}
[/#if]
[#if courriel?has_content]

Pour répondre, répondez simplement à ce message : il part à ${courriel}.
[/#if]

Gardez-la retirée, ou remettez-la si c’est une erreur :
${adresse}

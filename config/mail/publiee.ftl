[#-- À l’auteur·rice. titre, prenom, adresse (page publique), commentaire facultatif --]
« ${titre} » est en ligne
Bonjour ${prenom},

Merci ! « ${titre} » est publié. On peut le lire ici :
${adresse}
[#if commentaire?has_content]

Un mot de la relecture :
${commentaire}
[/#if]

Vous recevez ce message parce que vous avez proposé ce contenu sur le portail.
[#if reglages??]
Choisir les mails que vous recevez : ${reglages}
[/#if]

[#-- À l’auteur·rice. titre, prenom, adresse (page publique), suivi (où le corriger, pour qui n’a pas de compte), commentaire facultatif --]
« ${titre} » est en ligne
Bonjour ${prenom},

Merci ! « ${titre} » est publié. On peut le lire ici :
${adresse}
[#if commentaire?has_content]

Un mot de la relecture :
${commentaire}
[/#if]
[#if suivi??]

Pour le corriger ou le retirer :
${suivi}
[/#if]

Vous recevez ce message parce que vous avez proposé ce contenu sur le portail.
[#if reglages??]
Choisir les mails que vous recevez : ${reglages}
[/#if]

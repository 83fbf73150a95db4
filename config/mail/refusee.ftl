[#-- À l’auteur·rice. titre, prenom, commentaire --]
« ${titre} » ne paraîtra pas
Bonjour ${prenom},

Merci d’avoir proposé « ${titre} ». Cette fois, on ne le publiera pas :

${commentaire}

Si quelque chose nous a échappé, répondez à ce message : on en parle volontiers.

Vous recevez ce message parce que vous avez proposé ce contenu sur le portail.
[#if reglages??]
Choisir les mails que vous recevez : ${reglages}
[/#if]

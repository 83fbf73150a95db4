[#-- À l’auteur·rice d’un contenu accepté qui paraîtra plus tard. titre, prenom, quand, adresse (où le relire), commentaire facultatif --]
« ${titre} » est accepté
Bonjour ${prenom},

Merci ! « ${titre} » est accepté. Il paraîtra tout seul[#if quand??] le ${quand}[/#if], et vous recevrez alors son adresse.
[#if commentaire?has_content]

Un mot de la relecture :
${commentaire}
[/#if]

Vous pouvez le relire ici :
${adresse}

Vous recevez ce message parce que vous avez proposé ce contenu sur le portail.
[#if reglages??]
Choisir les mails que vous recevez : ${reglages}
[/#if]

[#-- À l’auteur·rice. titre, prenom, adresse (page publique), suivi (où le corriger, pour qui n’a pas de compte), lecteurs (ca ou adherents, pour ce que le public ne voit pas), commentaire facultatif --]
« ${titre} » est [#if lecteurs??]accepté[#else]en ligne[/#if]
Bonjour ${prenom},

[#if lecteurs??]
Merci ! « ${titre} » est accepté. [#if lecteurs == "ca"]Le CA le lit[#else]Les adhérent·e·s le lisent[/#if] dans l’espace, le public ne le voit nulle part :
[#else]
Merci ! « ${titre} » est publié. On peut le lire ici :
[/#if]
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

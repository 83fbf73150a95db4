[#-- À l’auteur·rice. titre, prenom, relecteur (nom affiché), commentaire, adresse (formulaire) --]
« ${titre} » : encore un petit effort
Bonjour ${prenom},

${relecteur} a lu « ${titre} » et vous propose de le reprendre :

${commentaire}

Votre texte vous attend ici, tel que vous l’avez laissé :
${adresse}

Vous recevez ce message parce que vous avez proposé ce contenu sur le portail.
[#if reglages??]
Choisir les mails que vous recevez : ${reglages}
[/#if]

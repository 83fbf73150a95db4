[#-- À la salariée. titre, auteur (nom affiché), prenom, adresse (page de relecture) --]
« ${titre} » attend votre relecture
Bonjour ${prenom},

${auteur} vient de proposer « ${titre} ».

Pour lire, accepter ou demander une reprise :
${adresse}

Vous recevez ce message parce que vous relisez ce qui est proposé sur le portail.
[#if reglages??]
Choisir les mails que vous recevez : ${reglages}
[/#if]

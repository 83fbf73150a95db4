[#-- À qui est nommé·e dans un commentaire. titre, auteur (nom affiché), prenom, commentaire, adresse (formulaire) --]
${auteur} vous parle de « ${titre} »
Bonjour ${prenom},

${auteur} vous a nommé·e dans un commentaire sur « ${titre} » :

${commentaire}

Pour le lire et répondre :
${adresse}

Vous recevez ce message parce que quelqu’un a écrit votre nom dans un commentaire.
[#if reglages??]
Choisir les mails que vous recevez : ${reglages}
[/#if]

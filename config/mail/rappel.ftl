[#-- À qui relit, quand une proposition attend. titre, prenom, adresse (page de relecture) --]
« ${titre} » attend toujours une réponse
Bonjour ${prenom},

« ${titre} » attend une réponse depuis plusieurs jours. Deux minutes suffisent souvent :
${adresse}

Vous recevez ce message parce que vous relisez ce qui est proposé sur le portail.
[#if reglages??]
Choisir les mails que vous recevez : ${reglages}
[/#if]

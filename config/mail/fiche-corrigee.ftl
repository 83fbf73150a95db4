[#-- À qui relit, quand une structure a corrigé sa fiche par son lien. prenom, titre, adresse, reglages --]
À relire : la fiche « ${titre} », corrigée par la structure
Bonjour ${prenom},

La structure « ${titre} » a corrigé sa fiche par le lien reçu à son adresse. Ce qui change est montré ici, champ par champ :
${adresse}

D’ici votre oui, la fiche en ligne reste comme elle est.

Vous recevez ce message parce que vous relisez les propositions. Changer de rythme : ${reglages}

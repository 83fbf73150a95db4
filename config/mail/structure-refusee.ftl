[#-- À qui demandait à tenir la fiche d’une structure. titre (de la fiche), prenom, commentaire, adresse (Ma structure) --]
La fiche « ${titre} » : pas cette fois
Bonjour ${prenom},

Vous aviez demandé à tenir la fiche « ${titre} ». Cette fois, c’est non :

${commentaire}

Si quelque chose nous a échappé, répondez à ce message : on en parle volontiers.
Vos demandes sont ici : ${adresse}

Vous recevez ce message parce que vous aviez demandé à tenir cette fiche.

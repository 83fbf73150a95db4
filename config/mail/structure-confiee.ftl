[#-- À qui demandait à tenir la fiche de sa structure. titre (de la fiche), prenom, adresse (Ma structure) --]
La fiche « ${titre} » est à vous
Bonjour ${prenom},

C’est oui : vous tenez maintenant la fiche « ${titre} ».

Vous pouvez la compléter, et annoncer ce que fait votre structure :
${adresse}

Ce que vous proposez est relu avant de paraître, comme toujours.

Vous recevez ce message parce que vous aviez demandé à tenir cette fiche.

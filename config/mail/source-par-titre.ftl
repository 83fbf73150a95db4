[#-- À qui relit, quand une source change le nom de tout ce qu’elle donne. titre, prenom, adresse (fiche de la source) --]
« ${titre} » est maintenant lue par titre et par date
Bonjour ${prenom},

« ${titre} » change l’identifiant de ses événements à chaque lecture. Pour ne rien mettre en double, le portail les reconnaît désormais à leur titre, leur date et leur lieu.

Vous n’avez rien à faire. Le réglage se trouve ici :
${adresse}

Vous recevez ce message parce que vous relisez ce qui est proposé sur le portail.

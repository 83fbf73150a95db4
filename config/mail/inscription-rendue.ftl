[#-- À qui vient de rendre sa place, de quitter la liste d’attente ou de retirer sa demande. nom, titre, quand, page (adresse) --]
« ${titre} » : vous ne venez plus
Bonjour ${nom},

C’est noté : vous n’êtes plus sur la liste de « ${titre} », ${quand}. Votre nom et votre adresse en sont effacés.

Ce n’était pas vous ? Quelqu’un a suivi le lien de votre mail. Reprenez une place ici :
${page}

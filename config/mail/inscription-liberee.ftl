[#-- À qui attendait une place, quand une se libère. nom, titre, quand, lieu, rendre (adresse) --]
« ${titre} » : une place s’est libérée pour vous
Bonjour ${nom},

Bonne nouvelle : une place s’est libérée pour « ${titre} », ${quand}[#if lieu?has_content], ${lieu}[/#if]. Elle est à vous.

Ce n’est plus possible ? Rendez-la d’un clic, quelqu’un l’espère peut-être :
${rendre}

Ce que vous avez écrit est effacé trente jours après.

[#-- À qui a pris une place. nom, titre, quand, lieu (peut être vide), rendre (adresse) --]
« ${titre} » : votre place est gardée
Bonjour ${nom},

C’est noté : une place vous attend pour « ${titre} », ${quand}[#if lieu?has_content], ${lieu}[/#if].

Un empêchement ? Rendez votre place d’un clic, quelqu’un l’espère peut-être :
${rendre}

Ce que vous avez écrit est effacé trente jours après.

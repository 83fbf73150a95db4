[#-- À qui a une place, deux jours avant. nom, titre, quand, lieu (peut être vide), page, rendre (adresses) --]
« ${titre} », c’est ${quand}
Bonjour ${nom},

C’est bientôt : « ${titre} », ${quand}[#if lieu?has_content], ${lieu}[/#if]. Votre place vous attend.

Tout est là :
${page}

Un empêchement ? Rendez votre place d’un clic, quelqu’un l’espère peut-être :
${rendre}

Après, le même lien vous laisse dire « J’y étais ».

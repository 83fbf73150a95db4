[#-- Une fois par an, à l’adresse connue d’une structure. titre, mois (dernière vérification), encore (second message), bon, corriger (adresses) --]
[#if encore]Toujours bon ? [/#if]La fiche « ${titre} », d’un clic
Bonjour,

La fiche « ${titre} » du portail a été vérifiée pour la dernière fois en ${mois}. Est-ce que tout est encore juste ?

Tout est bon :
${bon}

Je corrige :
${corriger}

[#if encore]
C’est notre second message. Sans réponse, quelqu’un de l’équipe vous appellera ; au bout de deux ans, la fiche n’est plus montrée.
[#else]
Sans réponse, on vous le redemande dans un mois.
[/#if]

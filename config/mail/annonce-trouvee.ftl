[#-- À qui a posté une annonce qui répond à une autre, quand l’autre dit avoir trouvé. prenom, titre, autre, accord (adresse) --]
« ${titre} » : c’est trouvé ?
Bonjour ${prenom},

Bonne nouvelle : qui a posté « ${autre} » nous dit avoir trouvé grâce à votre annonce « ${titre} ».

Si c’est bien le cas, un appui et votre annonce quitte le site elle aussi :
${accord}

Sinon, ne faites rien : votre annonce reste en ligne jusqu’à son dernier jour.

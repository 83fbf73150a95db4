[#-- À qui demandait une place et n’en aura pas. nom, titre, quand --]
« ${titre} » : pas de place cette fois
Bonjour ${nom},

Vous demandiez une place pour « ${titre} », ${quand}. Cette fois, les personnes qui organisent ne peuvent pas vous en donner une. Merci d’y avoir pensé, et à une autre occasion.

Votre nom, votre adresse et vos réponses sont effacés de la liste.

[#-- À qui administre le portail et essaie le serveur de mail. Rien à remplir. --]
Essai : les mails du portail arrivent
Bonjour,

Vous avez demandé un mail d’essai. Si vous lisez ceci, les mails du portail partent et arrivent.

Il est dans les indésirables ? « Réglages › Mails » dit quoi écrire dans votre nom de domaine.

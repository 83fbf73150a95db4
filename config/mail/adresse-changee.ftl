[#-- À l’ancienne adresse d’un compte. prenom, portail, courriel (la nouvelle, à demi cachée), contact --]
L’adresse mail de votre compte a changé
Bonjour ${prenom},

Les mails de ${portail} n’arrivent plus ici : quelqu’un a donné et confirmé une autre adresse, ${courriel}.

Si c’est vous, tout va bien, vous n’avez rien à faire.

Si ce n’est pas vous, quelqu’un d’autre est entré dans votre compte. Écrivez-nous tout de suite, on le ferme et on vous le rend :
${contact}

Vous recevez ce message parce que cette adresse était celle de votre compte.

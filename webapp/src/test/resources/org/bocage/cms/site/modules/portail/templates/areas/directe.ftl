${content.title} de la page

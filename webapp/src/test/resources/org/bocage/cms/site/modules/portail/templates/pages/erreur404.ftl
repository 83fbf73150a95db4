<h1>Introuvable chez ${content.title}</h1>

<h1>Souci chez ${content.title}</h1>

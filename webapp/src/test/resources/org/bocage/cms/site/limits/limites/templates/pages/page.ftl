<main>[@cms.area name="contenu" /]</main>

<main>[@cms.component path="${content.@path}/marches/m1" /]</main>

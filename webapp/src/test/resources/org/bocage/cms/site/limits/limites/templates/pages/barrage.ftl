<main>passage ${portailfn.figure("barrage")}</main>

[@portailfn.kept by="parties:fiche"]nommée[/@portailfn.kept]

[@portailfn.kept by=[]]nommée[/@portailfn.kept]

package org.bocage.start;

import org.bocage.Bocage;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.upgrade.Migration;
import org.springframework.boot.SpringApplication;

/** A portal of a version with a migration, which fails. */
final class ConvertingPortal {

    private ConvertingPortal() {}

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Bocage.class);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("essai", new FailingMigration()));
        application.run(arguments);
    }

    private static final class FailingMigration implements Migration {

        @Override
        public int to() {
            return 2;
        }

        @Override
        public String name() {
            return "essai";
        }

        @Override
        public void run(Stores stores) {
            throw new IllegalStateException("une note illisible");
        }
    }
}

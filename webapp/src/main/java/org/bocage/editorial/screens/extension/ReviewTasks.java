package org.bocage.editorial.screens.extension;

import java.time.Clock;
import java.util.List;
import org.bocage.editorial.view.WeekPage;

/** Extension point: tasks besides proposals that wait for a decision of those who review, counted in the menu. */
public interface ReviewTasks {

    List<WeekPage.Task> tasks(Clock clock);
}

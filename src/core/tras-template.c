/* tras-template.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-template.h"

/* Whether a value of this name is given: name, value, … %NULL. */
static gboolean
find_value (const char  *name,
            gsize        length,
            va_list      values,
            const char **value)
{
  const char *given;

  while ((given = va_arg (values, const char *)) != NULL)
    {
      *value = va_arg (values, const char *);
      if (strlen (given) == length && strncmp (given, name, length) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * tras_template_fill:
 * @template: a whole sentence with names in braces, "{order} was due on {day}", that a translator
 *   can turn around
 * @...: a name without its braces, its value, and so on; %NULL at the end
 *
 * A name may stand anywhere, more than once or not at all. A value of %NULL is empty. What is in
 * braces and not given stays as it is, and so does what looks like a name in a value: people write
 * values.
 *
 * Returns: (transfer full): the sentence with the values in their places
 */
char *
tras_template_fill (const char *template,
                    ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *rest = template;
  const char *open;

  g_return_val_if_fail (template != NULL, NULL);

  while ((open = strchr (rest, '{')) != NULL)
    {
      gsize length = strcspn (open + 1, "{}");
      const char *close = open + 1 + length;
      const char *value = NULL;
      gboolean found;
      va_list values;

      va_start (values, template);
      found = *close == '}' && find_value (open + 1, length, values, &value);
      va_end (values);

      g_string_append_len (text, rest, open - rest);
      if (found)
        g_string_append (text, value != NULL ? value : "");
      else
        g_string_append_len (text, open, close - open);
      rest = found ? close + 1 : close;
    }
  g_string_append (text, rest);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sl-accels.h"

#include <glib/gi18n-lib.h>

static const SlAccel accels[] = {
  { N_ ("Programmes"), "win.new-programme", "<Control>n", N_ ("New programme"), TRUE },
  { N_ ("Programmes"), "win.open", "<Control>o", N_ ("Open a programme"), TRUE },
  { N_ ("Programmes"), "win.import", "<Control>i", N_ ("Import programme XML, a map or a register"), TRUE },
  { N_ ("Programmes"), "win.export-report", "<Control><Shift>e", N_ ("Export a report"), TRUE },
  { N_ ("Programmes"), "window.close", "<Control>w", N_ ("Close the window"), TRUE },
  { N_ ("Programmes"), "app.quit", "<Control>q", N_ ("Close all windows"), TRUE },

  { N_ ("Finding the Way"), "win.page::overview", "<Alt>1", N_ ("Overview"), TRUE },
  { N_ ("Finding the Way"), "win.page::map", "<Alt>2", N_ ("Map"), TRUE },
  { N_ ("Finding the Way"), "win.page::risks", "<Alt>3", N_ ("Risks"), TRUE },
  { N_ ("Finding the Way"), "win.page::people", "<Alt>4", N_ ("People"), TRUE },
  { N_ ("Finding the Way"), "win.page::history", "<Alt>5", N_ ("History"), TRUE },
  { N_ ("Finding the Way"), "win.page::settings", "<Alt>6", N_ ("Settings"), TRUE },
  { N_ ("Finding the Way"), "win.search", "<Control>f", N_ ("Search the page"), TRUE },
  { N_ ("Finding the Way"), NULL, "<Control><Shift>f", N_ ("To the filters of the page"), FALSE },
  { N_ ("Finding the Way"), NULL, "<Control>Page_Down <Control>Page_Up", N_ ("Next and previous view of a register"), FALSE },
  { N_ ("Finding the Way"), "win.sidebar", "F9", N_ ("Show or hide the pages"), TRUE },
  { N_ ("Finding the Way"), "win.detail", "<Shift>F9", N_ ("Show or hide the details"), TRUE },
  { N_ ("Finding the Way"), "page.open", "<Alt>Return", N_ ("Open a risk or a card as a page of its own"), FALSE },
  { N_ ("Finding the Way"), "page.back", "<Alt>Left", N_ ("Back from it"), FALSE },
  { N_ ("Finding the Way"), NULL, "F10", N_ ("Open the menu"), FALSE },
  { N_ ("Finding the Way"), "app.shortcuts", "<Control>question F1", N_ ("Keyboard shortcuts"), TRUE },

  { N_ ("Changing Things"), "win.undo", "<Control>z", N_ ("Undo"), TRUE },
  { N_ ("Changing Things"), "win.redo", "<Control><Shift>z", N_ ("Redo"), TRUE },
  { N_ ("Changing Things"), "win.add", "<Control><Shift>n", N_ ("Add a row"), TRUE },
  { N_ ("Changing Things"), "win.add", "Insert", N_ ("Add a row, in a grid"), FALSE },
  { N_ ("Changing Things"), "win.delete", "<Control>Delete", N_ ("Delete the selected drafts, in a grid"), FALSE },
  { N_ ("Changing Things"), NULL, "<Control>r", N_ ("Record that a risk was looked at and nothing changed"), FALSE },
  { N_ ("Changing Things"), NULL, "<Control>e", N_ ("Escalate a risk"), FALSE },
  { N_ ("Changing Things"), NULL, "F4", N_ ("Assess a risk in all its dimensions"), FALSE },
  { N_ ("Changing Things"), NULL, "<Control>l", N_ ("Record that somebody leaves, among the people"), FALSE },

  { N_ ("In a Grid"), NULL, "Up Down Left Right", N_ ("Move the cursor"), FALSE },
  { N_ ("In a Grid"), NULL, "<Control>Home <Control>End", N_ ("First and last cell"), FALSE },
  { N_ ("In a Grid"), NULL, "<Shift>Up <Shift>Down", N_ ("Extend the selection"), FALSE },
  { N_ ("In a Grid"), NULL, "<Control>a", N_ ("Select all"), FALSE },
  { N_ ("In a Grid"), NULL, "<Shift>space <Control>space", N_ ("Select the whole row, the whole column"), FALSE },
  { N_ ("In a Grid"), NULL, "<Alt><Shift>Left <Alt><Shift>Right", N_ ("Move the column"), FALSE },
  { N_ ("In a Grid"), NULL, "<Alt><Shift>Up <Alt><Shift>Down", N_ ("Make the column narrower or wider"), FALSE },
  { N_ ("In a Grid"), NULL, "<Control>0", N_ ("Hide the column; the menu of the row shows it again"), FALSE },
  { N_ ("In a Grid"), NULL, "F2 Return", N_ ("Edit the cell; typing replaces it"), FALSE },
  { N_ ("In a Grid"), NULL, "Tab", N_ ("Take over and go to the next cell"), FALSE },
  { N_ ("In a Grid"), NULL, "Escape", N_ ("Leave the cell as it was"), FALSE },
  { N_ ("In a Grid"), NULL, "Delete", N_ ("Clear the selected cells"), FALSE },
  { N_ ("In a Grid"), NULL, "<Control>c <Control>x <Control>v", N_ ("Copy, cut, paste"), FALSE },
  { N_ ("In a Grid"), NULL, "<Control><Shift>c", N_ ("Copy with column titles"), FALSE },
  { N_ ("In a Grid"), NULL, "<Control>d", N_ ("Fill down"), FALSE },
  { N_ ("In a Grid"), NULL, "<Control><Shift>d", N_ ("Duplicate the selected rows as drafts"), FALSE },
  { N_ ("In a Grid"), NULL, "<Control>Return", N_ ("Write what is typed into the whole selection"), FALSE },
  { N_ ("In a Grid"), NULL, "Left Right", N_ ("Close or open a group, on its heading"), FALSE },
  { N_ ("In a Grid"), NULL, "<Shift>F10 Menu", N_ ("Menu of the row"), FALSE },
  { N_ ("In a Grid"), NULL, "<Control>h", N_ ("History of the row"), FALSE },

  { N_ ("Among the Filters"), NULL, "Left Right", N_ ("The next filter"), FALSE },
  { N_ ("Among the Filters"), NULL, "space", N_ ("Turn it on or off"), FALSE },
  { N_ ("Among the Filters"), NULL, "Delete", N_ ("Take it away"), FALSE },
  { N_ ("Among the Filters"), NULL, "Escape", N_ ("Back to the rows"), FALSE },

  { N_ ("On the Map"), NULL, "Left Right", N_ ("Along a link, from what it rests on to what it leads to"), FALSE },
  { N_ ("On the Map"), NULL, "Up Down", N_ ("The next card of the column"), FALSE },
  { N_ ("On the Map"), NULL, "<Shift>Up <Shift>Down", N_ ("Select several cards of a column"), FALSE },
  { N_ ("On the Map"), NULL, "<Shift>Left <Shift>Right", N_ ("Select several cards along a link"), FALSE },
  { N_ ("On the Map"), NULL, "<Control>a", N_ ("Select all"), FALSE },
  { N_ ("On the Map"), NULL, "<Control>Left <Control>Right", N_ ("Select the links of the card, one after the other"), FALSE },
  { N_ ("On the Map"), NULL, "plus minus 0 z", N_ ("Enlarge, reduce, show all, show the selection"), FALSE },
  { N_ ("On the Map"), NULL, "1 2 3 4 5 6 7", N_ ("Show type, status, risk level, evidence, schedule, owner, project"), FALSE },
  { N_ ("On the Map"), NULL, "Insert n", N_ ("Type new cards in the column"), FALSE },
  { N_ ("On the Map"), NULL, "F2 Return", N_ ("Edit the title of the card in place"), FALSE },
  { N_ ("On the Map"), NULL, "Return", N_ ("Details of the selected link"), FALSE },
  { N_ ("On the Map"), NULL, "l <Shift>l", N_ ("Link to another card, or from one; Tab goes to the cards that may be linked"), FALSE },
  { N_ ("On the Map"), NULL, "<Alt>Up <Alt>Down", N_ ("Move the card within its column"), FALSE },
  { N_ ("On the Map"), NULL, "<Alt>Left <Alt>Right", N_ ("Move the selected cards to another column"), FALSE },
  { N_ ("On the Map"), NULL, "<Control>c <Control>x <Control>v", N_ ("Copy, cut, paste cards with the links among them"), FALSE },
  { N_ ("On the Map"), NULL, "Delete", N_ ("Delete the selected cards or the link"), FALSE },
  { N_ ("On the Map"), NULL, "<Control>Return", N_ ("What the card lacks, with the act that mends it"), FALSE },
  { N_ ("On the Map"), NULL, "<Shift>F10 Menu", N_ ("Menu of the card"), FALSE },
  { N_ ("On the Map"), "map-page.trace", "<Control>t", N_ ("Trace what a risk reaches, what can reach a benefit, how an outcome is argued"), FALSE },
  { N_ ("On the Map"), NULL, "Escape", N_ ("Leave what is under way, or select nothing, or end the trace"), FALSE },
  { N_ ("On the Map"), "map-page.start", "<Control>m", N_ ("Ask what is missing, question by question"), FALSE },
  { N_ ("On the Map"), "map-page.findings", "F8", N_ ("Show or hide what the map lacks"), FALSE },
  { N_ ("On the Map"), "map-page.tidy", "F5", N_ ("Tidy the map"), FALSE },
  { N_ ("On the Map"), "map-page.other-view", "<Control>Page_Down <Control>Page_Up", N_ ("To the outline, and back to the drawing"), FALSE },

  { N_ ("In the Outline"), NULL, "Right Left", N_ ("Open or close a card; on into it, or back out"), FALSE },
  { N_ ("In the Outline"), NULL, "Return <Alt>Return", N_ ("Details of the card"), FALSE },
  { N_ ("In the Outline"), NULL, "F2", N_ ("Edit the title in place; typing replaces it"), FALSE },
  { N_ ("In the Outline"), NULL, "Insert", N_ ("Type cards beneath the one chosen, linked to it"), FALSE },
  { N_ ("In the Outline"), NULL, "Delete", N_ ("Delete the card with its links"), FALSE },
  { N_ ("In the Outline"), NULL, "<Control>c", N_ ("Copy the card with all beneath it as text"), FALSE },

  { N_ ("Question by Question"), NULL, "Return", N_ ("Take the answer, or go on where nothing is typed"), FALSE },
  { N_ ("Question by Question"), NULL, "<Alt>Left", N_ ("Back to the question before"), FALSE },
  { N_ ("Question by Question"), NULL, "Down Up", N_ ("To the answers, and back"), FALSE },
  { N_ ("Question by Question"), NULL, "F2 Return", N_ ("Correct an answer; link a card that is there already"), FALSE },
  { N_ ("Question by Question"), NULL, "Delete", N_ ("Take an answer away"), FALSE },
  { N_ ("Question by Question"), NULL, "<Control>z <Control><Shift>z", N_ ("Take back the last change, do it again"), FALSE },
  { N_ ("Question by Question"), NULL, "Escape", N_ ("Forget what is typed, or leave: what was answered stays"), FALSE },

  { N_ ("In the Overview"), NULL, "Up Down", N_ ("Go through what needs attention"), FALSE },
  { N_ ("In the Overview"), NULL, "Return", N_ ("Go to the record"), FALSE },
  { N_ ("In the Overview"), NULL, "<Control>Return", N_ ("Do what clears the line"), FALSE },

  { N_ ("In the History"), NULL, "Right Left", N_ ("Open or close a change"), FALSE },
  { N_ ("In the History"), NULL, "Return", N_ ("Open it, or close it again"), FALSE },
  { N_ ("In the History"), NULL, "<Control>c", N_ ("Copy it as text"), FALSE },
  { N_ ("In the History"), NULL, "<Shift>F10 Menu", N_ ("Restore a value, go back to a point, and more"), FALSE },
  { N_ ("In the History"), NULL, "Escape", N_ ("Clear search and filters"), FALSE },
  { NULL, NULL, NULL, NULL, FALSE },
};

const SlAccel *
sl_accels (void)
{
  return accels;
}

void
sl_accels_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));
  for (const SlAccel *a = accels; a->keys != NULL; a++)
    {
      g_auto (GStrv) keys = g_strsplit (a->keys, " ", -1);

      if (a->bound)
        gtk_application_set_accels_for_action (application, a->action, (const char *const *) keys);
    }
}

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Previous month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Search elements and commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>YYYY-MM-DD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Formwright controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the table “Customer”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its 14 fields are retired; records stay in the store until they are purged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message>
        <source>Website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade fair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it stands on the invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no e-mail address. Write it like name@example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags, badges, people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Churn risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>South</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing 12,400 of 20,000 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two workflows use a field that is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabs and panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewed pricing, 45 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+40, stage: decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task: call Kaida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due in 2 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newsletter opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No forms yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A form is how people enter records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New form</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GalleryTop</name>
    <message>
        <source>Formwright controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw</name>
    <message>
        <source>%1 and %2 cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 have no order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be among values of type %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot take %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not take %2 arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files checked: %2 errors, %3 other problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files packed into %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files unpacked into %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps %2 decimals; %3 has more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stories passed, %2 failed, %3 things compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was expected, not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; does not say its offset from UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is neither yes nor no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no date and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no phone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no time of day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is none of its options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: expected %2, found %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: more than one record is called &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there is no record &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there is no user &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &quot;: &quot; cannot stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &quot;key: value&quot; pair stands in a list without { }.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A closing bracket has no opening one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A commit was asked for inside another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comparison for equality has one &quot;=&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A condition must be yes or no, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A control character (code %1) stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter must be a condition or a position, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key cannot stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key must be a single word or text before &quot;:&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key without &quot;:&quot; and value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list element (&quot;- &quot;) cannot stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A loop needs a list or a range of whole numbers or dates, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is missing after &quot;.&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is missing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number has at most 34 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person is not known by &quot;%1&quot; in this app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range cannot go from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range in parentheses begins with &lt;, &lt;=, &gt; or &gt;=.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range needs at least one end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule of the store &quot;%1&quot; refuses this (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A save was cut off, and its files in &quot;%1&quot; were changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scratch store in memory has no readers of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second YAML document begins here; a file holds one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A standard deviation needs at least two numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tab stands between the parts of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tab stands in the indentation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text with &quot;?&quot; inside { } or [ ] needs quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &quot;*/&quot; at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &quot;person&quot; with one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a backquote at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a quotation mark at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add field %1 to %2 (%3 records).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it under events/ or correct the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it: 2026-01-31T09:30:00+08:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the closing quote at the end of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the closing quote where the text ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the purpose to `consents` in app.yaml or correct the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree to the loss, or keep the field as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases (&quot;*&quot;) are not allowed in a definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An expression runs inside the app only; write the function in FEEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An operator such as &quot;and&quot; or &quot;+&quot; may be missing in front of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anchors (&quot;&amp;&quot;) are not allowed in a definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments by name and by position are mixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the package again; it was damaged or made by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the person who administers the app for the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both ends must be of one type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides must be of one type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back field %1 of %2 with its values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the expression so that it gives %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its indentation; a file is one map or one list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may read and write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the clock of the sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk and its connection. Nothing of this change was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder and the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder, its rights and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the id, or name the person by phone or another identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the indentation and quotes of this line and the one above; text with &quot;: &quot; or a special first character needs quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the text for characters that cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an empty folder or a new name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file, or a new name to begin a new store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another user, or let an administrator add this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and open the app again when the disk can be written: the save is then finished or undone. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that program, or wait until it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other program that has it open, or try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the title with what the workflow writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare them with the app&apos;s files, then remove that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare values of one type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a duration, for example @&quot;P30D&quot; for thirty days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute field %1 of %2 anew for %3 records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct or merge those records first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the value, or create the record first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create table %1 with %2 fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create that record first, or correct the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directives (&quot;%&quot;) are not allowed in a definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Division by zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop index %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each entry needs a &quot;key&quot; (a text that stands once) and a &quot;value&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every command takes --json and --lang en|zh; formwright help COMMAND shows options and examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 errors found, 2 wrong command line, 3 partly done, 4 store not available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External functions cannot be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field %1 of %2 cannot become unique: %3 values stand in more than one record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field %1 of %2 gets another type: its %3 values are put aside and the field begins empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and save again; nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again. Nothing of this change was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or check the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function calls are nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a smaller number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a value of the field&apos;s type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it as text, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it create, update, delete, event, consent, complete, pass or expect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give its id, or a value that only it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give more fields, or the id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one of event, create, update, delete, consent, complete, link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the app folder and the package to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the login of a user, or add the user first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the package and the folder to make.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give yourself the right to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give yourself the right to write this folder, or work on a copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give yourself the right to write to the file and its folder, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide field %1 of %2; its %3 values stay in the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide table %1; its %2 records stay in the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index field %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a newer version of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not said whom this is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been removed or renamed; open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been removed; look at the outline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its form is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep field %1 of %2 to %3 decimals (before: %4): %5 values, %6 of them are rounded or too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the store on a disk of this computer, not on a network drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known here are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the changes again, then publish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meanwhile somebody else has published version %1 of the app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend its text first; the problems list shows where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge keys (&quot;&lt;&lt;&quot;) are not allowed in a definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge the records first, or correct the identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one record of &quot;%1&quot; has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a new folder; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a stored field of the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name all of them or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the app&apos;s own folder; move data and large files out of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the folder of an app, or make a new app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the folder that holds app.yaml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the id of a create step above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No names are known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record of &quot;%1&quot; has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step &quot;%1&quot; has made a record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the two instants has a time zone and the other has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a context has entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a whole number is even or odd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only contexts can be merged, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only numbers and durations have a sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only records and contexts have members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only texts can be joined, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions begin with 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish one with &quot;formwright apply&quot; or from the studio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published as number %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a copy of the file in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into a file of its own, or remove the &quot;---&quot; or &quot;...&quot; line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the pair in { }; if this is text, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the steps in order of time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the whole text in double quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading or writing &quot;%1&quot; failed (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, or put a name with odd characters in backquotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it; inside double quotes it can be written as an escape such as &quot;\u0007&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of the two, or give it another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the parentheses, or put an operator in front of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the tag; if this is text, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename field %1 of %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename it to end with &quot;.yaml&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename or remove one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename table %1 to %2 (%3 records).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace by &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the whole value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the last backup; keep the damaged file for a rescue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round the number, or give the field more decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample data: %1 rows of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8 (it may be GB18030 or UTF-16 now).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8 without BOM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it with line ends of the kind &quot;LF&quot;; most editors show the kind in their status line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving stopped half-way, and the old files could not be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See formwright help %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See formwright help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it into several computed fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it, or move data into seed/ as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the value, or put parts into files of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &quot;%1&quot; does nothing and expects nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &quot;%1&quot; lies before the step above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table &quot;%1&quot; has no field &quot;%2&quot; to search by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags (&quot;!&quot;) are not allowed in a definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in changes made outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the other text in, or keep yours, then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The YAML cannot be read here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app does not speak this language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app has no role &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arguments do not fit %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bracket opened here is not closed, or a comma is missing in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change of &quot;%1&quot; cannot be written as YAML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The character &quot;%1&quot; has no meaning here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checksum of &quot;%1&quot; is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: &quot;%1&quot; cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: &quot;%1&quot; cannot grow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end lies before the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; stands twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event is dated %1, more than 5 minutes after now (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression ends too early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression takes too many steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be read to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; in the package is damaged or far too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; is damaged (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; is missing in the package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file begins with a byte order mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has %1 bytes; at most %2 are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has Windows line ends (carriage returns).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not UTF-8: byte 0x%1 does not belong here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s name ends with &quot;.yml&quot; and is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; holds far more than an app does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; holds no app.yaml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; is not empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of &quot;%1&quot; does not allow safe shared access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function has no parameter &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function takes %1 arguments, not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal of a save that was cut off cannot be read: &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; stands here twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key that &quot;%1&quot; should become is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is longer than 1 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is no JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line says nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list gets too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has %1 items; there is no item %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has only %1 items.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list holds %1, which does not fit here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of functions stands in the manual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of names is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lock file &quot;%1&quot; cannot be opened: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of an event must be a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names must lead through contexts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nesting is deeper than %1 levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new texts lie beside it as *.new: compare them with the app&apos;s files, then remove the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number &quot;%1&quot; is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of digits must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package has version %1; this program reads version 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package holds a file with the name &quot;%1&quot;, which could leave the app&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package holds files that its manifest does not name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package holds more than %1 files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package holds the file &quot;%1&quot; twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package&apos;s list of files is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quote opened here is closed only in line %1, and the file cannot be read after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quote opened here is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request names no method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is too large or not defined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is too large to be represented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result must be %1, not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale must lie between -6111 and 6176.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The separators must be &quot; &quot;, &quot;,&quot; or &quot;.&quot;, and not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store &quot;%1&quot; reports: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store has undone this change because writing failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table id &quot;%1&quot; begins with &quot;%2&quot;, which the store keeps for itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables need no change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has %1 characters; the position or length lies outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The type must be 1, 2 or 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit must be &quot;Y&quot;, &quot;M&quot;, &quot;D&quot;, &quot;YM&quot;, &quot;MD&quot; or &quot;YD&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value &quot;%1&quot; is not among the options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window must be a duration such as @&quot;P7D&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file &quot;%1&quot; already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot; to remove.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no active user &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no element &quot;%1&quot; in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no entry &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no function &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no kind &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no list element &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no method &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no number to take the average of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no open task &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no person with the record id &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no right to write &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no story to play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such day or time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to work with &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files were changed by another program since they were read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These identities belong to two different records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This app asks no consent for &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This app has no event &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This app is already open in %1 (process %2 on %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This character cannot begin a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command takes exactly one argument: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is %1, not a function.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no app package: it is no zip archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no app package: its manifest is missing or unreadable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line does not belong to what stands above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line does not fit the keys above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line does not fit the list above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To join texts, write &quot;&amp;&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the other side into text with string(…).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types are number, string, boolean, date, time, date and time, the two durations, list, context, range and function.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Formwright, then open it again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a relative path such as &quot;tables/customer.yaml&quot;, without &quot;..&quot; and special characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a small letter first, then small letters, digits, &quot;_&quot; and &quot;-&quot;, at most 40 in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use its writer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use spaces, two for each level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which store? Give --store FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 5 to 15 digits, with + and the country code for numbers from abroad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;&amp;&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;=&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;key: value&quot;; a text with a comma in it needs quotes, and a list stands in [ ].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a comparison, for example amount &gt; 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a duration, for example @&quot;P30D&quot; for thirty days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a value, a name or a function here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write digits and a decimal point, for example 1234.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write for example (&gt; 10).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 09:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 2026-01-05, 09:30:00, 2026-01-05T09:30:00, P1Y2M or P3DT4H.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 2026-01-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 2026-01-31T09:30:00+08:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as PT2H30M or P3D.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as name@example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like 2026-01-05T09:00:00+08:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like PT30M, PT24H or P3D.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one JSON object a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one under stories/; docs/stories.md shows how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the key on one line as &quot;key: value&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the keys out where they are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the name of a field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the value out where it is used; if this is text, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to do this, or it does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be edited here because its text cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be moved into itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read here; the form is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the id of an app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a file of an app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not occur in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not work between %2 and %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds no published app yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a link or a special file; an app holds plain files only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a single value and can hold no keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in use by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is locked by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing after %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no Formwright store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date, time or duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number format; write for example #,##0.00 or 0%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no range; write it as [1..10].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no regular expression, or its flags are not among s, m, i, x, q.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; may only be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a condition, not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs yes or no, not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; of %2 must be %3, not %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; of the person is empty or no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was written by a newer version of Formwright.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;-&quot; does not work on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;==&quot; is no operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;at&quot; is no instant with offset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;version&quot; is no whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a YAML file that maps columns to fields and values to values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a condition, as in a definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a role of the app, or admin; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sentence for the list of versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agree to what the plan says would be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consent given: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consent withdrawn: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en or zh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end when nothing is due any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluates an expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected to be refused with %1, but %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fields to sort by; a leading - turns the order round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill the app with its sample data (workflows do not start)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finds problems in an app definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder for messages of connectors without an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formwright schema lists the kinds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formwright: works with app definitions and their stores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identities linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imports a CSV file into a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let workflows start for the imported records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists the kinds of files, or prints the JSON Schema of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists the people of a store, adds or changes one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most rows shown (100)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no message as described; there are: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no task &quot;%1&quot; as described; there are: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only check the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only show what would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the result of each story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packs an app folder into one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain FEEL without the studio dialect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plays an app&apos;s stories on a virtual clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publishes a definition into a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read one JSON request a line from standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs a store: fires timers and sends messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows records of a table or the figures of a dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes events and records as JSON lines from standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the SQLite file of the app&apos;s data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fields to show, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the person&apos;s e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the person&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reasons of the scores of one record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record &quot;%1&quot; does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table to import into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where to write the rows that failed, with their reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workflows do not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points for &quot;%1&quot; were not expected: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points for &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no tile &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpacks an app into a new folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::render</name>
    <message>
        <source>Nothing to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the first step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the step before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>than the month before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>than the year before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>than the period before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Formwright: draw forms, scores, workflows and dashboards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a picture of the window and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light or dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en or zh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the milliseconds to the first frame and end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BandScale</name>
    <message>
        <source>Bands</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>Add a band</source>
        <translation>添加分段</translation>
    </message>
    <message>
        <source>No bands yet: a band names a range of points, such as hot.</source>
        <translation>还没有分段：分段是一段分数范围，例如“热”。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>What you delete comes here and can be restored.</source>
        <translation>删除的内容会放在这里，可以恢复。</translation>
    </message>
    <message>
        <source>data kept</source>
        <translation>保留数据</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Forget for good</source>
        <translation>彻底清除</translation>
    </message>
</context>
<context>
    <name>BottomPane</name>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Nothing is wrong. Publishing needs zero errors.</source>
        <translation>没有问题。发布前需要零错误。</translation>
    </message>
    <message>
        <source>Usages of %1</source>
        <translation>“%1”的引用</translation>
    </message>
    <message>
        <source>Nothing names it.</source>
        <translation>没有任何地方引用它。</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Previous month</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下个月</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>ChoiceProperty</name>
    <message>
        <source>Add a field…</source>
        <translation>添加字段…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>several values</source>
        <translation>多个值</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Save the changes to %1?</source>
        <translation>保存对%1的修改吗？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>What is not saved stays in the autosave and is offered the next time.</source>
        <translation>未保存的内容留在自动保存中，下次打开时可以恢复。</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存并关闭</translation>
    </message>
</context>
<context>
    <name>ColourProperty</name>
    <message>
        <source>no colour</source>
        <translation>无颜色</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Search elements and commands</source>
        <translation>搜索元素和命令</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation>没有找到，请少输几个字。</translation>
    </message>
</context>
<context>
    <name>ConditionEditor</name>
    <message>
        <source>is</source>
        <translation>新建应用</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不等于</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>不包含</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>开头是</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>结尾是</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>不属于</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>不为空</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>不小于</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>不大于</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>介于</translation>
    </message>
    <message>
        <source>is on</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>is not on</source>
        <translation>不等于</translation>
    </message>
    <message>
        <source>is before</source>
        <translation>早于</translation>
    </message>
    <message>
        <source>is on or before</source>
        <translation>不晚于</translation>
    </message>
    <message>
        <source>is after</source>
        <translation>晚于</translation>
    </message>
    <message>
        <source>is on or after</source>
        <translation>不早于</translation>
    </message>
    <message>
        <source>includes</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>does not include</source>
        <translation>不包含</translation>
    </message>
    <message>
        <source>is yes</source>
        <translation>为是</translation>
    </message>
    <message>
        <source>is no</source>
        <translation>为否</translation>
    </message>
</context>
<context>
    <name>ConditionGroup</name>
    <message>
        <source>all hold</source>
        <translation>全部满足</translation>
    </message>
    <message>
        <source>any holds</source>
        <translation>任一满足</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>添加条件组</translation>
    </message>
    <message>
        <source>Take this group out</source>
        <translation>移除该组</translation>
    </message>
</context>
<context>
    <name>ConditionProperty</name>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>As an expression</source>
        <translation>以表达式显示</translation>
    </message>
    <message>
        <source>As rows</source>
        <translation>以条件行显示</translation>
    </message>
    <message>
        <source>Try it on the sample data</source>
        <translation>用示例数据试算</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>Choose what to compare…</source>
        <translation>选择要比较的内容…</translation>
    </message>
    <message>
        <source>Take this condition out</source>
        <translation>移除该条件</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add and press Enter</source>
        <translation>输入后按回车添加</translation>
    </message>
</context>
<context>
    <name>ConditionText</name>
    <message>
        <source>Part of the condition as an expression</source>
        <translation>以表达式书写的部分条件</translation>
    </message>
    <message>
        <source>Take this out</source>
        <translation>取出</translation>
    </message>
</context>
<context>
    <name>ConditionValue</name>
    <message>
        <source>Value of the condition</source>
        <translation>条件的值</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Give a plain value</source>
        <translation>直接填写值</translation>
    </message>
    <message>
        <source>Compute the value by a formula</source>
        <translation>用公式计算</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>taken out</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>It was: %1</source>
        <translation>原来是：%1</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
</context>
<context>
    <name>CreateDialog</name>
    <message>
        <source>New app</source>
        <translation>新建应用</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>The app is this folder of readable files. Copy it to hand it over.</source>
        <translation>应用就是这个由可读文件组成的文件夹，复制即可交给他人。</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>Back to the dashboard</source>
        <translation>返回看板</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>No tiles yet</source>
        <translation>还没有图块</translation>
    </message>
    <message>
        <source>Add figures and charts to this dashboard in the studio.</source>
        <translation>请在设计器中为此看板添加指标和图表。</translation>
    </message>
    <message>
        <source>An empty dashboard</source>
        <translation>空看板</translation>
    </message>
    <message>
        <source>Drag a figure or a chart from the left.</source>
        <translation>从左侧拖入指标或图表。</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 条记录</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>Figures of the sample data</source>
        <translation>示例数据的统计结果</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>打开日历</translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message>
        <source>to mend by hand</source>
        <translation>需手工修复</translation>
    </message>
    <message>
        <source>%1 goes</source>
        <translation>“%1”将被删除</translation>
    </message>
    <message>
        <source>taken off the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>setting taken out</source>
        <translation>移除该设置</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除“%1”？</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>放入回收站</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep the data</source>
        <translation>保留数据</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>It goes out of use; stores keep its values, and the bin brings it back.</source>
        <translation>停用后数据库仍保留其数据，可从回收站恢复。</translation>
    </message>
    <message>
        <source>The app forgets it. Stores hide its values when the app is published; the id cannot be trusted to bring them back.</source>
        <translation>应用不再记得它。发布后数据库会隐藏其数据，以后用同名标识也不一定能找回。</translation>
    </message>
    <message>
        <source>Also take out what uses it: %1</source>
        <translation>同时移除引用它的内容：%1 处</translation>
    </message>
    <message>
        <source>Formulas that name it stay and become problems to mend: %1</source>
        <translation>引用它的公式会保留，成为待修复的问题：%1 个</translation>
    </message>
    <message>
        <source>Everything that uses it becomes a problem to mend: %1</source>
        <translation>所有引用都会成为待修复的问题：%1 个</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>DifferenceList</name>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>已重命名</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DrillList</name>
    <message>
        <source>No records behind this figure</source>
        <translation>此指标背后没有记录</translation>
    </message>
</context>
<context>
    <name>DurationEditor</name>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
</context>
<context>
    <name>DurationField</name>
    <message>
        <source>d</source>
        <comment>days</comment>
        <translation>天</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>小时</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>分</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>EditorPane</name>
    <message>
        <source>Drawn</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>As text (YAML)</source>
        <translation>文本（YAML）</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有打开任何内容</translation>
    </message>
    <message>
        <source>Choose something in the outline, or find it with %1.</source>
        <translation>在大纲中选择，或用 %1 查找。</translation>
    </message>
    <message>
        <source>New element</source>
        <translation>新建元素</translation>
    </message>
    <message>
        <source>One view</source>
        <translation>单个视图</translation>
    </message>
    <message>
        <source>Two views side by side</source>
        <translation>并排两个视图</translation>
    </message>
    <message>
        <source>Close this view</source>
        <translation>关闭此视图</translation>
    </message>
</context>
<context>
    <name>ElementList</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>这里还没有内容。</translation>
    </message>
</context>
<context>
    <name>ElementsEditor</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>ExpressionEditor</name>
    <message>
        <source>a value, or = and an expression</source>
        <translation>一个值，或以 = 开头的表达式</translation>
    </message>
    <message>
        <source>an expression, e.g. priority &gt;= 2</source>
        <translation>表达式，例如 priority &gt;= 2</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>FileBrowser</name>
    <message>
        <source>No such files here</source>
        <translation>这里没有此类文件</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>To the folder above</source>
        <translation>上级文件夹</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>文件名</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>FormDrawer</name>
    <message>
        <source>There is no form for this table. Draw one in the studio.</source>
        <translation>此表还没有表单，请在设计器中绘制。</translation>
    </message>
    <message>
        <source>“%1” created</source>
        <translation>已创建“%1”</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Joined with a record that was already there</source>
        <translation>已并入原有记录</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>You may look at this record, not change it.</source>
        <translation>您可以查看此记录，但不能修改。</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Throw your changes away?</source>
        <translation>放弃修改吗？</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>This form has changes that are not saved.</source>
        <translation>此表单有未保存的修改。</translation>
    </message>
</context>
<context>
    <name>FormParts</name>
    <message>
        <source>Drag a field here</source>
        <translation>把字段拖到这里</translation>
    </message>
</context>
<context>
    <name>FormSubTable</name>
    <message>
        <source>Its rows are added on the record&apos;s page, once the record is saved.</source>
        <translation>保存记录后，可在记录页上添加明细。</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>Somebody else changed this record while you were editing. Compare the fields marked below.</source>
        <translation>您编辑时他人已修改此记录。请比较下方标出的字段。</translation>
    </message>
    <message>
        <source>Load it again</source>
        <translation>重新载入</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Formwright controls</source>
        <translation>Formwright 控件</translation>
    </message>
    <message>
        <source>Field deleted</source>
        <translation>字段已删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Delete the table “Customer”?</source>
        <translation>删除表“客户”吗？</translation>
    </message>
    <message>
        <source>Delete table</source>
        <translation>删除表</translation>
    </message>
    <message>
        <source>Its 14 fields are retired; records stay in the store until they are purged.</source>
        <translation>它的 14 个字段将停用；记录保留在数据库中，直到被清除。</translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message>
        <source>Website</source>
        <translation>官网</translation>
    </message>
    <message>
        <source>Trade fair</source>
        <translation>展会</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>转介绍</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>按钮</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>安静</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>开关</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Check box</source>
        <translation>复选框</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>As it stands on the invoice</source>
        <translation>与发票一致</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>This is no e-mail address. Write it like name@example.com.</source>
        <translation>这不是邮箱地址，请写成 name@example.com 的形式。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Tags, badges, people</source>
        <translation>标签、徽标与人员</translation>
    </message>
    <message>
        <source>High intent</source>
        <translation>高意向</translation>
    </message>
    <message>
        <source>Churn risk</source>
        <translation>流失风险</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>All regions</source>
        <translation>全部地区</translation>
    </message>
    <message>
        <source>South</source>
        <translation>南区</translation>
    </message>
    <message>
        <source>Importing 12,400 of 20,000 rows</source>
        <translation>正在导入 20,000 行中的第 12,400 行</translation>
    </message>
    <message>
        <source>Two workflows use a field that is gone.</source>
        <translation>有两个工作流使用了已不存在的字段。</translation>
    </message>
    <message>
        <source>Tabs and panels</source>
        <translation>标签页与面板</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Lead form</source>
        <translation>线索表单</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Default value</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Viewed pricing, 45 s</source>
        <translation>浏览价格页 45 秒</translation>
    </message>
    <message>
        <source>+40, stage: decision</source>
        <translation>+40，阶段：决策</translation>
    </message>
    <message>
        <source>Task: call Kaida</source>
        <translation>任务：致电凯达</translation>
    </message>
    <message>
        <source>due in 2 hours</source>
        <translation>2 小时内完成</translation>
    </message>
    <message>
        <source>Newsletter opened</source>
        <translation>打开邮件简报</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>No forms yet</source>
        <translation>还没有表单</translation>
    </message>
    <message>
        <source>A form is how people enter records.</source>
        <translation>表单是人们录入记录的方式。</translation>
    </message>
    <message>
        <source>New form</source>
        <translation>新建表单</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评级</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
</context>
<context>
    <name>GalleryTop</name>
    <message>
        <source>Formwright controls</source>
        <translation>Formwright 控件</translation>
    </message>
    <message>
        <source>Dialog</source>
        <translation>对话框</translation>
    </message>
    <message>
        <source>Toast</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>GraphSurface</name>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit into the window</source>
        <translation>适应窗口</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>There are unsaved changes</source>
        <translation>有未保存的修改</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Run the app on sample data (F5)</source>
        <translation>用示例数据运行应用（F5）</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
</context>
<context>
    <name>IconProperty</name>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Take in %1</source>
        <translation>导入“%1”</translation>
    </message>
    <message>
        <source>Take in a package</source>
        <translation>导入应用包</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>This is another app. Taking it in replaces everything in the one that is open; undo brings it back.</source>
        <translation>这是另一个应用。导入会替换当前应用的全部内容，可以撤销。</translation>
    </message>
    <message>
        <source>It means the same as the app that is open.</source>
        <translation>与当前应用含义相同。</translation>
    </message>
    <message>
        <source>What changes: %1. It is one undo step, and nothing is saved before you save.</source>
        <translation>变更：%1 处。导入是一个可撤销的步骤，保存之前不会写入文件。</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Done: %1</source>
        <translation>完成：%1</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>全部完成</translation>
    </message>
    <message>
        <source>Nothing done yet</source>
        <translation>还没有完成的任务</translation>
    </message>
    <message>
        <source>New tasks appear here as soon as a workflow or a colleague hands you one.</source>
        <translation>工作流或同事交给您任务时，会立即出现在这里。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 项逾期</translation>
    </message>
</context>
<context>
    <name>InputDateRange</name>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
</context>
<context>
    <name>InputDateTime</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>InputRegion</name>
    <message>
        <source>Province</source>
        <translation>省</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
</context>
<context>
    <name>InputRelation</name>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>InputRichText</name>
    <message>
        <source>Bold</source>
        <translation>粗体</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>斜体</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>%1 y</source>
        <translation>%1 年</translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <translation>%1 周</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 个月</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 周</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 个月</translation>
    </message>
</context>
<context>
    <name>InspectorPane</name>
    <message>
        <source>Find a property</source>
        <translation>查找属性</translation>
    </message>
    <message>
        <source>Select something to see its properties.</source>
        <translation>选择一个元素以查看其属性。</translation>
    </message>
    <message>
        <source>Point at a property to read what it does.</source>
        <translation>把鼠标移到属性上可查看说明。</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New record (Ctrl+N)</source>
        <translation>新建记录（Ctrl+N）</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还没有内容</translation>
    </message>
    <message>
        <source>No record fits the search and filters.</source>
        <translation>没有记录符合搜索和筛选条件。</translation>
    </message>
    <message>
        <source>Create the first record, or import a file.</source>
        <translation>创建第一条记录，或导入文件。</translation>
    </message>
    <message>
        <source>Records appear here as soon as somebody adds one you may see.</source>
        <translation>有人添加您可见的记录后，会立即出现在这里。</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>They go to the bin; an administrator can bring them back.</source>
        <translation>它们会进入回收站，管理员可以恢复。</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>已删除 %1 条</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 条记录</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1 条</translation>
    </message>
    <message>
        <source>Delete %1 records?</source>
        <translation>删除 %1 条记录吗？</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
</context>
<context>
    <name>LocalTextEditor</name>
    <message>
        <source>Translation missing</source>
        <translation>缺少译文</translation>
    </message>
    <message>
        <source>Put in a field</source>
        <translation>插入字段</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 – Formwright</source>
        <translation>%1 – 方匠</translation>
    </message>
    <message>
        <source>Formwright</source>
        <translation>方匠</translation>
    </message>
    <message>
        <source>Nothing can refer to this element.</source>
        <translation>没有内容可以引用该元素。</translation>
    </message>
    <message>
        <source>Pasted elements: %1</source>
        <translation>已粘贴元素：%1 个</translation>
    </message>
    <message>
        <source>They refer to what this app does not have:</source>
        <translation>其中引用了本应用没有的内容：</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Changed by another program</source>
        <translation>被其他程序修改</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍后决定</translation>
    </message>
    <message>
        <source>Nothing of it stands against your changes. Merging is one undo step.</source>
        <translation>与您的修改没有冲突。合并是一个可撤销的步骤。</translation>
    </message>
    <message>
        <source>Both of you changed these. Choose which to keep; everything else is merged by itself.</source>
        <translation>以下内容双方都改过，请选择保留哪一个，其余会自动合并。</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>全部用我的</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>全部用对方的</translation>
    </message>
    <message>
        <source>Changed by the other program</source>
        <translation>其他程序所做的修改</translation>
    </message>
    <message>
        <source>Only remarks and the look of the text differ.</source>
        <translation>只有注释和书写格式不同。</translation>
    </message>
    <message>
        <source>Keep everything of mine and overwrite theirs when saving</source>
        <translation>全部保留我的，保存时覆盖对方的修改</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Overview of the drawing</source>
        <translation>画布缩略图</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Areas of the app</source>
        <translation>应用的各个区域</translation>
    </message>
    <message>
        <source>Try the app as somebody else</source>
        <translation>以他人身份试用</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色外观</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色外观</translation>
    </message>
</context>
<context>
    <name>NewElementDialog</name>
    <message>
        <source>New element</source>
        <translation>新建元素</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>NumberProperty</name>
    <message>
        <source>several values</source>
        <translation>多个值</translation>
    </message>
</context>
<context>
    <name>OpenDialog</name>
    <message>
        <source>Open an app</source>
        <translation>打开应用</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>To the folder above</source>
        <translation>上级文件夹</translation>
    </message>
    <message>
        <source>No folders here</source>
        <translation>这里没有文件夹</translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message>
        <source>New element</source>
        <translation>新建元素</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Find in the app</source>
        <translation>在应用中查找</translation>
    </message>
    <message>
        <source>Outline of the app</source>
        <translation>应用大纲</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Bin (%1)</source>
        <translation>回收站（%1）</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Rename (change the id)…</source>
        <translation>重命名（修改标识）…</translation>
    </message>
    <message>
        <source>Find usages</source>
        <translation>查找引用</translation>
    </message>
</context>
<context>
    <name>PackageDialogs</name>
    <message>
        <source>Export the app as one file</source>
        <translation>把应用导出为一个文件</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>已导出：%1</translation>
    </message>
    <message>
        <source>Take in a package</source>
        <translation>导入应用包</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>This app has no areas yet</source>
        <translation>此应用还没有任何区域</translation>
    </message>
    <message>
        <source>Add a view, a dashboard or the inbox to the navigation in the studio, or ask for the right to see them.</source>
        <translation>请在设计器的导航中添加视图、看板或收件箱，或申请查看权限。</translation>
    </message>
    <message>
        <source>The app cannot be opened</source>
        <translation>无法打开应用</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Opening the app…</source>
        <translation>正在打开应用…</translation>
    </message>
</context>
<context>
    <name>PlayerLauncher</name>
    <message>
        <source>The player could not be started.</source>
        <translation>无法启动运行器。</translation>
    </message>
    <message>
        <source>Errors to mend first: %1. The list below says how.</source>
        <translation>请先修正 %1 个错误，下方列表说明了如何修正。</translation>
    </message>
</context>
<context>
    <name>PlayerWindow</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Formwright player</source>
        <translation>方匠运行器</translation>
    </message>
    <message>
        <source>The newest edits do not run yet: %1</source>
        <translation>最新的修改尚未生效：%1</translation>
    </message>
</context>
<context>
    <name>ProblemCount</name>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation>%1 个问题</translation>
    </message>
</context>
<context>
    <name>ProblemRow</name>
    <message>
        <source>Fix</source>
        <translation>修正</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>%1 s left</source>
        <translation>剩余 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>剩余 %1 分钟</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>剩余 %1 小时</translation>
    </message>
</context>
<context>
    <name>PropertyRow</name>
    <message>
        <source>Reset to the default: %1</source>
        <translation>恢复默认值：%1</translation>
    </message>
    <message>
        <source>Take this out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>%1 (several values)</source>
        <translation>%1（多个值）</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>Go back to version %1</source>
        <translation>回退到版本 %1</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>变更内容</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>What is new in this version? (a note for the list of versions)</source>
        <translation>这个版本有什么变化？（显示在版本列表中）</translation>
    </message>
    <message>
        <source>Publish the app as it stands instead</source>
        <translation>改为发布当前应用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Save and publish</source>
        <translation>保存并发布</translation>
    </message>
    <message>
        <source>Choose a store</source>
        <translation>选择数据库</translation>
    </message>
    <message>
        <source>No stores here yet</source>
        <translation>这里还没有数据库</translation>
    </message>
</context>
<context>
    <name>PublishPlan</name>
    <message>
        <source>Where shall the data live?</source>
        <translation>数据存放在哪里？</translation>
    </message>
    <message>
        <source>A store is one file with the data of everybody who uses the app. Publish into a new one, or into the one the app runs on already.</source>
        <translation>数据库是一个文件，保存所有使用者的数据。可以发布到新文件，也可以发布到应用正在使用的数据库。</translation>
    </message>
    <message>
        <source>New store: %1</source>
        <translation>新建数据库：%1</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Looking at the store…</source>
        <translation>正在查看数据库…</translation>
    </message>
    <message>
        <source>Publishing. Nothing is half done if this ends early.</source>
        <translation>正在发布。即使中途中断，也不会只完成一半。</translation>
    </message>
    <message>
        <source>Show the problems</source>
        <translation>查看问题</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Published as version %1</source>
        <translation>已发布为版本 %1</translation>
    </message>
    <message>
        <source>Programs that run the app on this store take the new version when they start. Work that was under way finishes as it began.</source>
        <translation>在此数据库上运行应用的程序下次启动时使用新版本。进行中的流程按原版本完成。</translation>
    </message>
    <message>
        <source>The store has this very version already.</source>
        <translation>数据库中已是这个版本。</translation>
    </message>
    <message>
        <source>This loses data</source>
        <translation>这会丢失数据</translation>
    </message>
    <message>
        <source>I agree that this is lost. A backup of the store is the way back.</source>
        <translation>我同意丢失这些数据。只有数据库备份才能找回。</translation>
    </message>
    <message>
        <source>In the data</source>
        <translation>数据方面</translation>
    </message>
    <message>
        <source>The store is made with all its tables.</source>
        <translation>将新建数据库及全部表。</translation>
    </message>
    <message>
        <source>The tables need no change.</source>
        <translation>表无需改动。</translation>
    </message>
    <message>
        <source>Workflows under way</source>
        <translation>进行中的流程</translation>
    </message>
    <message>
        <source>%1: runs under way that finish as they began: %2</source>
        <translation>%1：有 %2 个进行中的流程将按原版本完成</translation>
    </message>
    <message>
        <source>Settings without a value</source>
        <translation>尚无取值的设置</translation>
    </message>
    <message>
        <source>In the app</source>
        <translation>应用方面</translation>
    </message>
    <message>
        <source>Only remarks and the look of the text differ.</source>
        <translation>只有注释和书写格式不同。</translation>
    </message>
</context>
<context>
    <name>RatingField</name>
    <message>
        <source>%1 of %2 stars</source>
        <translation>%1 星，共 %2 星</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>Take off this list</source>
        <translation>从列表中移除</translation>
    </message>
</context>
<context>
    <name>RecordHead</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>%1  ›  %2</source>
        <translation>%1  ›  %2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Open full page</source>
        <translation>打开完整页面</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Why this score</source>
        <translation>分数的由来</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>“%1” deleted</source>
        <translation>已删除“%1”</translation>
    </message>
    <message>
        <source>This record cannot be shown</source>
        <translation>无法显示此记录</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>删除“%1”吗？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>It goes to the bin; an administrator can bring it back.</source>
        <translation>它会进入回收站，管理员可以恢复。</translation>
    </message>
    <message>
        <source>“%1” started</source>
        <translation>“%1”已启动</translation>
    </message>
</context>
<context>
    <name>RecordTimeline</name>
    <message>
        <source>Nothing has happened yet</source>
        <translation>还没有动态</translation>
    </message>
    <message>
        <source>Visits, messages, tasks and changes appear here.</source>
        <translation>拜访、消息、任务和修改会显示在这里。</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Unsaved changes were kept</source>
        <translation>保留了未保存的修改</translation>
    </message>
    <message>
        <source>Take them back</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍后决定</translation>
    </message>
    <message>
        <source>They mean the same as what is saved; only the text differs.</source>
        <translation>与已保存的内容含义相同，只是文字格式不同。</translation>
    </message>
    <message>
        <source>Throw them away</source>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>RelatedList</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还没有内容</translation>
    </message>
    <message>
        <source>Add the first one with the button above.</source>
        <translation>用上方按钮添加第一条。</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 条记录</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 条记录</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename %1</source>
        <translation>重命名“%1”</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>The id is what the files, formulas and the store&apos;s columns use. People see the label; change that in the inspector.</source>
        <translation>标识用于文件、公式和数据库列名。用户看到的是名称，名称请在属性面板中修改。</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>The former id is remembered, so that stores keep their data.</source>
        <translation>会记住原标识，数据库中的数据不会丢失。</translation>
    </message>
    <message>
        <source>Nothing else names it.</source>
        <translation>没有其他地方引用它。</translation>
    </message>
    <message>
        <source>These places follow: %1</source>
        <translation>以下位置会随之修改：%1 处</translation>
    </message>
    <message>
        <source>Sample data follows: %1</source>
        <translation>示例数据会随之修改：%1</translation>
    </message>
</context>
<context>
    <name>SampleLine</name>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>The value of each part</source>
        <translation>各部分的值</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>SayDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ScopeFields</name>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>创建人</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>修改人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>(stage)</source>
        <translation>（阶段）</translation>
    </message>
    <message>
        <source>(band)</source>
        <translation>（分段）</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>ScoreReasons</name>
    <message>
        <source>Total: %1</source>
        <translation>合计：%1</translation>
    </message>
    <message>
        <source>No points yet</source>
        <translation>还没有得分</translation>
    </message>
    <message>
        <source>Points are awarded as soon as this person does something that the scoring table knows.</source>
        <translation>此人做了评分表中的行为后，会立即得分。</translation>
    </message>
</context>
<context>
    <name>ScoringPage</name>
    <message>
        <source>Behaviour</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Intent stage</source>
        <translation>意向阶段</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Rows: %1. Highest total by awards given once: %2</source>
        <translation>共 %1 行。每项只计一次时的最高总分：%2</translation>
    </message>
</context>
<context>
    <name>ScoringRow</name>
    <message>
        <source>each time</source>
        <translation>每次</translation>
    </message>
    <message>
        <source>no stage</source>
        <translation>无阶段</translation>
    </message>
    <message>
        <source>Points of %1</source>
        <translation>“%1”的分值</translation>
    </message>
    <message>
        <source>Stage of %1</source>
        <translation>“%1”的阶段</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search or command</source>
        <translation>搜索或命令</translation>
    </message>
</context>
<context>
    <name>ShapeEditor</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Take this out</source>
        <translation>取出</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Select what lies next to it</source>
        <translation>选择相邻元素</translation>
    </message>
    <message>
        <source>Select further</source>
        <translation>扩展选择</translation>
    </message>
    <message>
        <source>Select several by mouse</source>
        <translation>用鼠标选择多个</translation>
    </message>
    <message>
        <source>Ctrl, Shift, or draw a band</source>
        <translation>Ctrl、Shift 或拖出选框</translation>
    </message>
    <message>
        <source>Pan a drawing</source>
        <translation>平移画布</translation>
    </message>
    <message>
        <source>Space + drag</source>
        <translation>空格 + 拖动</translation>
    </message>
    <message>
        <source>Zoom a drawing</source>
        <translation>缩放画布</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + 滚轮</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Put a palette&apos;s thing at the end</source>
        <translation>把工具栏中的内容加到末尾</translation>
    </message>
    <message>
        <source>Cancel a drag</source>
        <translation>取消拖动</translation>
    </message>
</context>
<context>
    <name>SlotMark</name>
    <message>
        <source>Add here</source>
        <translation>添加到这里</translation>
    </message>
</context>
<context>
    <name>StageList</name>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>添加阶段</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Tables %1 · Forms %2 · Scoring %3 · Workflows %4 · Dashboards %5</source>
        <translation>表 %1 · 表单 %2 · 评分 %3 · 工作流 %4 · 看板 %5</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>%1 selected</source>
        <translation>已选 %1 个</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>StoreLine</name>
    <message>
        <source>new file</source>
        <translation>新文件</translation>
    </message>
    <message>
        <source>has version %1</source>
        <translation>当前版本 %1</translation>
    </message>
    <message>
        <source>Another store…</source>
        <translation>更换数据库…</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
</context>
<context>
    <name>TagsEditor</name>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add and press Enter</source>
        <translation>输入后按回车添加</translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message>
        <source>Mark as done</source>
        <translation>标为完成</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Overdue: %1</source>
        <translation>逾期：%1</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>TileCard</name>
    <message>
        <source>Nothing to show yet</source>
        <translation>还没有可显示的内容</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>TileSketch</name>
    <message>
        <source>The sample data has nothing for this</source>
        <translation>示例数据中没有相关内容</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>hh:mm</source>
        <translation>hh:mm</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>选择时间</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>ValueProperty</name>
    <message>
        <source>Give a plain value</source>
        <translation>直接填写值</translation>
    </message>
    <message>
        <source>Compute the value by a formula</source>
        <translation>用公式计算</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>The app as it stands here</source>
        <translation>当前应用</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Nothing has been published into this store yet.</source>
        <translation>此数据库还没有发布过版本。</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>no note</source>
        <translation>无备注</translation>
    </message>
    <message>
        <source>What was new</source>
        <translation>有何变化</translation>
    </message>
    <message>
        <source>Compare with here</source>
        <translation>与当前应用比较</translation>
    </message>
    <message>
        <source>Go back to this</source>
        <translation>回退到此版本</translation>
    </message>
    <message>
        <source>Back to the versions</source>
        <translation>返回版本列表</translation>
    </message>
    <message>
        <source>These two mean the same.</source>
        <translation>两个版本含义相同。</translation>
    </message>
</context>
<context>
    <name>ViewPage</name>
    <message>
        <source>%1, only where %2</source>
        <translation>%1，仅限%2</translation>
    </message>
    <message>
        <source>Drag fields here: each becomes a column</source>
        <translation>把字段拖到这里，每个字段成为一列</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Formwright</source>
        <translation>方匠</translation>
    </message>
    <message>
        <source>What do you want to build?</source>
        <translation>您想搭建什么？</translation>
    </message>
    <message>
        <source>Draw forms, scores, workflows and dashboards. Try the app at once; publish it when it is right.</source>
        <translation>绘制表单、评分、工作流和看板，随时试运行，满意后发布。</translation>
    </message>
    <message>
        <source>Open an app…</source>
        <translation>打开应用…</translation>
    </message>
    <message>
        <source>New app</source>
        <translation>新建应用</translation>
    </message>
    <message>
        <source>Empty app</source>
        <translation>空白应用</translation>
    </message>
    <message>
        <source>Begin with one table and add what you need.</source>
        <translation>从一张表开始，按需添加。</translation>
    </message>
    <message>
        <source>My app</source>
        <translation>我的应用</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近打开</translation>
    </message>
</context>
<context>
    <name>WorkflowPage</name>
    <message>
        <source>What starts it?</source>
        <translation>由什么触发？</translation>
    </message>
    <message>
        <source>What happens then?</source>
        <translation>然后做什么？</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>See what they are…</source>
        <translation>查看内容…</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Search or command</source>
        <translation>搜索或命令</translation>
    </message>
    <message>
        <source>Open an app…</source>
        <translation>打开应用…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New element…</source>
        <translation>新建元素…</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation>关闭应用</translation>
    </message>
    <message>
        <source>Switch between English and Chinese</source>
        <translation>切换中英文</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色与深色</translation>
    </message>
    <message>
        <source>Help on the element</source>
        <translation>查看元素帮助</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Show as text (YAML)</source>
        <translation>显示为文本（YAML）</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>关闭标签页</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>上一个标签页</translation>
    </message>
    <message>
        <source>Export as one file (.fwapp)…</source>
        <translation>导出为一个文件（.fwapp）…</translation>
    </message>
    <message>
        <source>Take in a package (.fwapp)…</source>
        <translation>导入应用包（.fwapp）…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Two views side by side</source>
        <translation>并排两个视图</translation>
    </message>
    <message>
        <source>Move out of what it stands in</source>
        <translation>移出所在容器</translation>
    </message>
    <message>
        <source>Move into the element before</source>
        <translation>移入前一个元素</translation>
    </message>
    <message>
        <source>Select all beside it</source>
        <translation>选择全部同级元素</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Rename (change the id)…</source>
        <translation>重命名（修改标识）…</translation>
    </message>
    <message>
        <source>Find usages</source>
        <translation>查找引用</translation>
    </message>
    <message>
        <source>Bin: restore what was deleted…</source>
        <translation>回收站：恢复已删除内容…</translation>
    </message>
    <message>
        <source>Size of everything: 100 %</source>
        <translation>界面缩放：100 %</translation>
    </message>
    <message>
        <source>Size of everything: 125 %</source>
        <translation>界面缩放：125 %</translation>
    </message>
    <message>
        <source>Size of everything: 150 %</source>
        <translation>界面缩放：150 %</translation>
    </message>
    <message>
        <source>Size of everything: 175 %</source>
        <translation>界面缩放：175 %</translation>
    </message>
    <message>
        <source>Size of everything: 200 %</source>
        <translation>界面缩放：200 %</translation>
    </message>
</context>
<context>
    <name>fw</name>
    <message>
        <source>%1 and %2 cannot be compared.</source>
        <translation>%1 与 %2 无法比较。</translation>
    </message>
    <message>
        <source>%1 and %2 have no order.</source>
        <translation>%1 与 %2 没有先后大小之分。</translation>
    </message>
    <message>
        <source>%1 cannot be among values of type %2.</source>
        <translation>%1 不可能出现在类型为 %2 的值中。</translation>
    </message>
    <message>
        <source>%1 cannot take %2.</source>
        <translation>%1 不接受 %2。</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 已修改</translation>
    </message>
    <message>
        <source>%1 created</source>
        <translation>%1 已新建</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 已删除</translation>
    </message>
    <message>
        <source>%1 does not take %2 arguments.</source>
        <translation>%1 不接受 %2 个参数。</translation>
    </message>
    <message>
        <source>%1 files checked: %2 errors, %3 other problems.</source>
        <translation>已检查 %1 个文件：%2 个错误，%3 个其他问题。</translation>
    </message>
    <message>
        <source>%1 files packed into %2.</source>
        <translation>已将 %1 个文件打包为 %2。</translation>
    </message>
    <message>
        <source>%1 files unpacked into %2.</source>
        <translation>已将 %1 个文件解包到 %2。</translation>
    </message>
    <message>
        <source>%1 has no &quot;%2&quot;.</source>
        <translation>%1 没有“%2”。</translation>
    </message>
    <message>
        <source>%1 keeps %2 decimals; %3 has more.</source>
        <translation>%1 保留 %2 位小数，而 %3 的小数位数更多。</translation>
    </message>
    <message>
        <source>%1 stories passed, %2 failed, %3 things compared.</source>
        <translation>场景通过 %1 个，失败 %2 个，共比对 %3 项。</translation>
    </message>
    <message>
        <source>%1 was expected, not %2.</source>
        <translation>应为 %1，而不是 %2。</translation>
    </message>
    <message>
        <source>%1: %2 is too large.</source>
        <translation>%1：%2 过大。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; does not say its offset from UTC.</source>
        <translation>%1：“%2”没有注明与 UTC 的时差。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is neither yes nor no.</source>
        <translation>%1：“%2”既不是“是”也不是“否”。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no date and time.</source>
        <translation>%1：“%2”不是日期时间。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no date.</source>
        <translation>%1：“%2”不是日期。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no duration.</source>
        <translation>%1：“%2”不是时长。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no e-mail address.</source>
        <translation>%1：“%2”不是邮箱地址。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no number.</source>
        <translation>%1：“%2”不是数字。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no phone number.</source>
        <translation>%1：“%2”不是电话号码。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no time of day.</source>
        <translation>%1：“%2”不是时间。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is none of its options.</source>
        <translation>%1：“%2”不在选项之中。</translation>
    </message>
    <message>
        <source>%1: expected %2, found %3</source>
        <translation>%1：应为 %2，实为 %3</translation>
    </message>
    <message>
        <source>%1: more than one record is called &quot;%2&quot;.</source>
        <translation>%1：有多条记录都叫“%2”。</translation>
    </message>
    <message>
        <source>%1: there is no record &quot;%2&quot;.</source>
        <translation>%1：没有记录“%2”。</translation>
    </message>
    <message>
        <source>%1: there is no user &quot;%2&quot;.</source>
        <translation>%1：没有用户“%2”。</translation>
    </message>
    <message>
        <source>A &quot;: &quot; cannot stand here.</source>
        <translation>此处不能出现“: ”。</translation>
    </message>
    <message>
        <source>A &quot;key: value&quot; pair stands in a list without { }.</source>
        <translation>列表中出现了“键: 值”，但缺少 { }。</translation>
    </message>
    <message>
        <source>A closing bracket has no opening one.</source>
        <translation>右括号没有对应的左括号。</translation>
    </message>
    <message>
        <source>A commit was asked for inside another one.</source>
        <translation>在一次提交尚未完成时又要求提交。</translation>
    </message>
    <message>
        <source>A comparison for equality has one &quot;=&quot;.</source>
        <translation>相等比较只用一个“=”。</translation>
    </message>
    <message>
        <source>A condition must be yes or no, not %1.</source>
        <translation>条件必须为是或否，而不是 %1。</translation>
    </message>
    <message>
        <source>A control character (code %1) stands here.</source>
        <translation>此处有一个控制字符（编码 %1）。</translation>
    </message>
    <message>
        <source>A filter must be a condition or a position, not %1.</source>
        <translation>筛选必须是条件或位置，而不是 %1。</translation>
    </message>
    <message>
        <source>A key cannot stand here.</source>
        <translation>此处不能出现键。</translation>
    </message>
    <message>
        <source>A key must be a single word or text before &quot;:&quot;.</source>
        <translation>“:”前的键必须是一个词或一段文本。</translation>
    </message>
    <message>
        <source>A key without &quot;:&quot; and value.</source>
        <translation>键缺少“:”和值。</translation>
    </message>
    <message>
        <source>A list element (&quot;- &quot;) cannot stand here.</source>
        <translation>此处不能出现列表元素（“- ”）。</translation>
    </message>
    <message>
        <source>A loop needs a list or a range of whole numbers or dates, not %1.</source>
        <translation>循环需要列表，或由整数或日期构成的范围，而不是 %1。</translation>
    </message>
    <message>
        <source>A name is missing after &quot;.&quot;.</source>
        <translation>“.”后缺少名称。</translation>
    </message>
    <message>
        <source>A name is missing here.</source>
        <translation>此处缺少名称。</translation>
    </message>
    <message>
        <source>A number has at most 34 digits.</source>
        <translation>数字最多 34 位。</translation>
    </message>
    <message>
        <source>A person is not known by &quot;%1&quot; in this app.</source>
        <translation>此应用不能通过“%1”识别人员。</translation>
    </message>
    <message>
        <source>A range cannot go from %1 to %2.</source>
        <translation>范围不能从 %1 到 %2。</translation>
    </message>
    <message>
        <source>A range needs at least one end.</source>
        <translation>范围至少要有一端。</translation>
    </message>
    <message>
        <source>A rule of the store &quot;%1&quot; refuses this (%2).</source>
        <translation>数据库“%1”的规则不允许此操作（%2）。</translation>
    </message>
    <message>
        <source>A save was cut off, and its files in &quot;%1&quot; were changed since.</source>
        <translation>上次保存中断，其位于“%1”的文件此后又被改动。</translation>
    </message>
    <message>
        <source>A scratch store in memory has no readers of its own.</source>
        <translation>内存中的临时数据库没有独立的读取端。</translation>
    </message>
    <message>
        <source>A second YAML document begins here; a file holds one.</source>
        <translation>此处开始了第二个 YAML 文档，而一个文件只能有一个。</translation>
    </message>
    <message>
        <source>A standard deviation needs at least two numbers.</source>
        <translation>计算标准差至少需要两个数字。</translation>
    </message>
    <message>
        <source>A tab stands between the parts of the file.</source>
        <translation>文件的内容之间出现了制表符。</translation>
    </message>
    <message>
        <source>A tab stands in the indentation.</source>
        <translation>缩进中出现了制表符。</translation>
    </message>
    <message>
        <source>A text with &quot;?&quot; inside { } or [ ] needs quotes.</source>
        <translation>{ } 或 [ ] 中含“?”的文本需要加引号。</translation>
    </message>
    <message>
        <source>Add &quot;%1&quot;.</source>
        <translation>请添加“%1”。</translation>
    </message>
    <message>
        <source>Add &quot;*/&quot; at its end.</source>
        <translation>请在末尾添加“*/”。</translation>
    </message>
    <message>
        <source>Add &quot;person&quot; with one of: %1.</source>
        <translation>请添加“person”，并填写以下之一：%1。</translation>
    </message>
    <message>
        <source>Add a backquote at its end.</source>
        <translation>请在末尾添加反引号。</translation>
    </message>
    <message>
        <source>Add a quotation mark at its end.</source>
        <translation>请在末尾添加引号。</translation>
    </message>
    <message>
        <source>Add field %1 to %2 (%3 records).</source>
        <translation>在 %2 中新增字段 %1（%3 条记录）。</translation>
    </message>
    <message>
        <source>Add it to the line.</source>
        <translation>请在该行中补上。</translation>
    </message>
    <message>
        <source>Add it under events/ or correct the name.</source>
        <translation>请在 events/ 下添加该事件，或更正名称。</translation>
    </message>
    <message>
        <source>Add it: 2026-01-31T09:30:00+08:00.</source>
        <translation>请补上时差：2026-01-31T09:30:00+08:00。</translation>
    </message>
    <message>
        <source>Add the closing quote at the end of the text.</source>
        <translation>请在文本末尾补上右引号。</translation>
    </message>
    <message>
        <source>Add the closing quote where the text ends.</source>
        <translation>请在文本结束处补上右引号。</translation>
    </message>
    <message>
        <source>Add the purpose to `consents` in app.yaml or correct the name.</source>
        <translation>请在 app.yaml 的 `consents` 中添加该用途，或更正名称。</translation>
    </message>
    <message>
        <source>Agree to the loss, or keep the field as it was.</source>
        <translation>请确认接受数据丢失，或让字段保持原样。</translation>
    </message>
    <message>
        <source>Aliases (&quot;*&quot;) are not allowed in a definition.</source>
        <translation>定义中不允许使用别名（“*”）。</translation>
    </message>
    <message>
        <source>An expression runs inside the app only; write the function in FEEL.</source>
        <translation>表达式只能在应用内运行，请用 FEEL 编写该函数。</translation>
    </message>
    <message>
        <source>An operator such as &quot;and&quot; or &quot;+&quot; may be missing in front of it.</source>
        <translation>其前面可能缺少“and”或“+”之类的运算符。</translation>
    </message>
    <message>
        <source>Anchors (&quot;&amp;&quot;) are not allowed in a definition.</source>
        <translation>定义中不允许使用锚点（“&amp;”）。</translation>
    </message>
    <message>
        <source>Arguments by name and by position are mixed.</source>
        <translation>按名称传参与按位置传参混用了。</translation>
    </message>
    <message>
        <source>Ask for the package again; it was damaged or made by hand.</source>
        <translation>请重新索取该包，它已损坏或为手工制作。</translation>
    </message>
    <message>
        <source>Ask the person who administers the app for the right.</source>
        <translation>请向应用管理员申请此权限。</translation>
    </message>
    <message>
        <source>Both ends must be of one type.</source>
        <translation>两端必须为同一类型。</translation>
    </message>
    <message>
        <source>Both sides must be of one type.</source>
        <translation>两边必须为同一类型。</translation>
    </message>
    <message>
        <source>Bring back field %1 of %2 with its values.</source>
        <translation>恢复 %2 的字段 %1 及其数据。</translation>
    </message>
    <message>
        <source>Change the expression so that it gives %1.</source>
        <translation>请修改表达式，使其结果为 %1。</translation>
    </message>
    <message>
        <source>Check its indentation; a file is one map or one list.</source>
        <translation>请检查缩进；一个文件只能是一个映射或一个列表。</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may read and write there.</source>
        <translation>请检查文件夹是否存在，以及您是否有读写权限。</translation>
    </message>
    <message>
        <source>Check the clock of the sender.</source>
        <translation>请检查发送方的时钟。</translation>
    </message>
    <message>
        <source>Check the disk and its connection. Nothing of this change was stored.</source>
        <translation>请检查磁盘及其连接。本次更改未保存任何内容。</translation>
    </message>
    <message>
        <source>Check the disk and try again.</source>
        <translation>请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>Check the folder and the disk.</source>
        <translation>请检查文件夹和磁盘。</translation>
    </message>
    <message>
        <source>Check the folder, its rights and the free space.</source>
        <translation>请检查文件夹、其权限和可用空间。</translation>
    </message>
    <message>
        <source>Check the id, or name the person by phone or another identity.</source>
        <translation>请检查标识，或用电话等其他身份字段指定人员。</translation>
    </message>
    <message>
        <source>Check the indentation and quotes of this line and the one above; text with &quot;: &quot; or a special first character needs quotes.</source>
        <translation>请检查此行及上一行的缩进和引号；含“: ”或以特殊字符开头的文本需要加引号。</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>请检查路径。</translation>
    </message>
    <message>
        <source>Check the text for characters that cannot be shown.</source>
        <translation>请检查文本中是否有无法显示的字符。</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>请选择一个已存在且您有写入权限的文件夹。</translation>
    </message>
    <message>
        <source>Choose an empty folder or a new name.</source>
        <translation>请选择空文件夹，或使用新名称。</translation>
    </message>
    <message>
        <source>Choose another file, or a new name to begin a new store.</source>
        <translation>请选择其他文件，或用新名称新建数据库。</translation>
    </message>
    <message>
        <source>Choose another id.</source>
        <translation>请换一个标识。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请换一个位置。</translation>
    </message>
    <message>
        <source>Choose another user, or let an administrator add this one.</source>
        <translation>请选择其他用户，或请管理员添加此用户。</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>请选择以下之一：%1。</translation>
    </message>
    <message>
        <source>Close and open the app again when the disk can be written: the save is then finished or undone. Nothing is lost.</source>
        <translation>磁盘可写入后，请关闭并重新打开应用：届时保存会完成或撤销，不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Close that program, or wait until it has finished.</source>
        <translation>请关闭该程序，或等待其结束。</translation>
    </message>
    <message>
        <source>Close the other program that has it open, or try again.</source>
        <translation>请关闭正在使用它的程序，或重试。</translation>
    </message>
    <message>
        <source>Compare the title with what the workflow writes.</source>
        <translation>请将标题与工作流写入的内容核对。</translation>
    </message>
    <message>
        <source>Compare them with the app&apos;s files, then remove that folder.</source>
        <translation>请将它们与应用的文件比对，然后删除该文件夹。</translation>
    </message>
    <message>
        <source>Compare values of one type.</source>
        <translation>请比较同一类型的值。</translation>
    </message>
    <message>
        <source>Compare with a duration, for example @&quot;P30D&quot; for thirty days.</source>
        <translation>请与时长比较，例如 @&quot;P30D&quot; 表示 30 天。</translation>
    </message>
    <message>
        <source>Compute field %1 of %2 anew for %3 records.</source>
        <translation>重新计算 %2 的字段 %1（%3 条记录）。</translation>
    </message>
    <message>
        <source>Correct or merge those records first.</source>
        <translation>请先更正或合并这些记录。</translation>
    </message>
    <message>
        <source>Correct the value, or create the record first.</source>
        <translation>请更正该值，或先新建对应的记录。</translation>
    </message>
    <message>
        <source>Correct the value.</source>
        <translation>请更正该值。</translation>
    </message>
    <message>
        <source>Create table %1 with %2 fields.</source>
        <translation>新建表 %1，含 %2 个字段。</translation>
    </message>
    <message>
        <source>Create that record first, or correct the value.</source>
        <translation>请先新建该记录，或更正该值。</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>您是否想写“%1”？</translation>
    </message>
    <message>
        <source>Directives (&quot;%&quot;) are not allowed in a definition.</source>
        <translation>定义中不允许使用指令（“%”）。</translation>
    </message>
    <message>
        <source>Division by zero.</source>
        <translation>除数为零。</translation>
    </message>
    <message>
        <source>Drop index %1.</source>
        <translation>删除索引 %1。</translation>
    </message>
    <message>
        <source>Each entry needs a &quot;key&quot; (a text that stands once) and a &quot;value&quot;.</source>
        <translation>每一项都需要“key”（不重复的文本）和“value”。</translation>
    </message>
    <message>
        <source>Every command takes --json and --lang en|zh; formwright help COMMAND shows options and examples.</source>
        <translation>所有命令都支持 --json 和 --lang en|zh；formwright help COMMAND 可查看选项和示例。</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>示例：</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 errors found, 2 wrong command line, 3 partly done, 4 store not available.</source>
        <translation>退出码：0 完成，1 发现错误，2 命令行有误，3 部分完成，4 数据库不可用。</translation>
    </message>
    <message>
        <source>External functions cannot be called.</source>
        <translation>不能调用外部函数。</translation>
    </message>
    <message>
        <source>Field %1 of %2 cannot become unique: %3 values stand in more than one record.</source>
        <translation>%2 的字段 %1 无法设为唯一：有 %3 个值出现在多条记录中。</translation>
    </message>
    <message>
        <source>Field %1 of %2 gets another type: its %3 values are put aside and the field begins empty.</source>
        <translation>%2 的字段 %1 更改类型：其 %3 个值将另行保存，字段从空白开始。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Free some space and save again; nothing was lost.</source>
        <translation>请释放一些空间后再次保存，没有丢失任何内容。</translation>
    </message>
    <message>
        <source>Free some space and try again. Nothing of this change was stored.</source>
        <translation>请释放一些空间后重试。本次更改未保存任何内容。</translation>
    </message>
    <message>
        <source>Free some space or check the disk, then try again.</source>
        <translation>请释放一些空间或检查磁盘，然后重试。</translation>
    </message>
    <message>
        <source>Function calls are nested too deeply.</source>
        <translation>函数调用嵌套过深。</translation>
    </message>
    <message>
        <source>Give a smaller number.</source>
        <translation>请填写更小的数字。</translation>
    </message>
    <message>
        <source>Give a value of the field&apos;s type.</source>
        <translation>请填写符合字段类型的值。</translation>
    </message>
    <message>
        <source>Give it create, update, delete, event, consent, complete, pass or expect.</source>
        <translation>请指定 create、update、delete、event、consent、complete、pass 或 expect。</translation>
    </message>
    <message>
        <source>Give its id, or a value that only it has.</source>
        <translation>请填写其标识，或仅它才有的值。</translation>
    </message>
    <message>
        <source>Give more fields, or the id.</source>
        <translation>请填写更多字段，或填写标识。</translation>
    </message>
    <message>
        <source>Give the app folder and the package to write.</source>
        <translation>请指定应用文件夹和要写入的包。</translation>
    </message>
    <message>
        <source>Give the login of a user, or add the user first.</source>
        <translation>请填写用户的登录名，或先添加该用户。</translation>
    </message>
    <message>
        <source>Give the package and the folder to make.</source>
        <translation>请指定包和要创建的文件夹。</translation>
    </message>
    <message>
        <source>Give yourself the right to read it.</source>
        <translation>请为自己授予读取权限。</translation>
    </message>
    <message>
        <source>Give yourself the right to write this folder, or work on a copy of it.</source>
        <translation>请为自己授予写入此文件夹的权限，或在其副本上操作。</translation>
    </message>
    <message>
        <source>Give yourself the right to write to the file and its folder, or choose another place.</source>
        <translation>请为自己授予写入该文件及其文件夹的权限，或换一个位置。</translation>
    </message>
    <message>
        <source>Hide field %1 of %2; its %3 values stay in the store.</source>
        <translation>隐藏 %2 的字段 %1；其 %3 个值仍保留在数据库中。</translation>
    </message>
    <message>
        <source>Hide table %1; its %2 records stay in the store.</source>
        <translation>隐藏表 %1；其 %2 条记录仍保留在数据库中。</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Index field %1 of %2.</source>
        <translation>为 %2 的字段 %1 建立索引。</translation>
    </message>
    <message>
        <source>Install a newer version of the program.</source>
        <translation>请安装更新版本的程序。</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>现有：%1。</translation>
    </message>
    <message>
        <source>It is not said whom this is about.</source>
        <translation>没有说明是关于谁的。</translation>
    </message>
    <message>
        <source>It may have been removed or renamed; open it again.</source>
        <translation>它可能已被删除或重命名，请重新打开。</translation>
    </message>
    <message>
        <source>It may have been removed; look at the outline.</source>
        <translation>它可能已被删除，请查看大纲。</translation>
    </message>
    <message>
        <source>Its form is %1.</source>
        <translation>其写法为 %1。</translation>
    </message>
    <message>
        <source>Keep field %1 of %2 to %3 decimals (before: %4): %5 values, %6 of them are rounded or too large.</source>
        <translation>%2 的字段 %1 保留 %3 位小数（原为 %4 位）：共 %5 个值，其中 %6 个会被舍入或超出范围。</translation>
    </message>
    <message>
        <source>Keep the store on a disk of this computer, not on a network drive.</source>
        <translation>请将数据库放在本机磁盘上，不要放在网络驱动器上。</translation>
    </message>
    <message>
        <source>Known here are: %1.</source>
        <translation>此处可用的有：%1。</translation>
    </message>
    <message>
        <source>Look at the changes again, then publish.</source>
        <translation>请再次查看更改，然后发布。</translation>
    </message>
    <message>
        <source>Meanwhile somebody else has published version %1 of the app.</source>
        <translation>在此期间，他人已发布应用的版本 %1。</translation>
    </message>
    <message>
        <source>Mend its text first; the problems list shows where.</source>
        <translation>请先修正其文本，问题列表中会指出位置。</translation>
    </message>
    <message>
        <source>Merge keys (&quot;&lt;&lt;&quot;) are not allowed in a definition.</source>
        <translation>定义中不允许使用合并键（“&lt;&lt;”）。</translation>
    </message>
    <message>
        <source>Merge the records first, or correct the identity.</source>
        <translation>请先合并这些记录，或更正身份字段。</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>More than one record of &quot;%1&quot; has %2.</source>
        <translation>“%1”中有多条记录符合 %2。</translation>
    </message>
    <message>
        <source>Name a new folder; nothing was written.</source>
        <translation>请指定一个新文件夹，未写入任何内容。</translation>
    </message>
    <message>
        <source>Name a stored field of the table.</source>
        <translation>请指定该表的一个存储字段。</translation>
    </message>
    <message>
        <source>Name all of them or none.</source>
        <translation>请全部命名，或全部不命名。</translation>
    </message>
    <message>
        <source>Name the app&apos;s own folder; move data and large files out of it.</source>
        <translation>请指定应用自身的文件夹，并将数据和大文件移出。</translation>
    </message>
    <message>
        <source>Name the folder of an app, or make a new app.</source>
        <translation>请指定应用所在的文件夹，或新建应用。</translation>
    </message>
    <message>
        <source>Name the folder that holds app.yaml.</source>
        <translation>请指定 app.yaml 所在的文件夹。</translation>
    </message>
    <message>
        <source>Name the id of a create step above.</source>
        <translation>请填写上方某个 create 步骤的标识。</translation>
    </message>
    <message>
        <source>No names are known here.</source>
        <translation>此处没有可用的名称。</translation>
    </message>
    <message>
        <source>No record of &quot;%1&quot; has %2.</source>
        <translation>“%1”中没有符合 %2 的记录。</translation>
    </message>
    <message>
        <source>No step &quot;%1&quot; has made a record.</source>
        <translation>没有名为“%1”且新建了记录的步骤。</translation>
    </message>
    <message>
        <source>One of the two instants has a time zone and the other has none.</source>
        <translation>两个时刻一个有时区，另一个没有。</translation>
    </message>
    <message>
        <source>Only a context has entries.</source>
        <translation>只有上下文才有条目。</translation>
    </message>
    <message>
        <source>Only a whole number is even or odd.</source>
        <translation>只有整数才分奇偶。</translation>
    </message>
    <message>
        <source>Only contexts can be merged, not %1.</source>
        <translation>只能合并上下文，不能合并 %1。</translation>
    </message>
    <message>
        <source>Only numbers and durations have a sign.</source>
        <translation>只有数字和时长才有正负号。</translation>
    </message>
    <message>
        <source>Only records and contexts have members.</source>
        <translation>只有记录和上下文才有成员。</translation>
    </message>
    <message>
        <source>Only texts can be joined, not %1.</source>
        <translation>只能拼接文本，不能拼接 %1。</translation>
    </message>
    <message>
        <source>Options are: %1.</source>
        <translation>可选项：%1。</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>Publish one with &quot;formwright apply&quot; or from the studio.</source>
        <translation>请用“formwright apply”或在工作室中发布一个应用。</translation>
    </message>
    <message>
        <source>Published as number %1.</source>
        <translation>已发布，编号 %1。</translation>
    </message>
    <message>
        <source>Put a copy of the file in its place.</source>
        <translation>请用该文件的副本替换它。</translation>
    </message>
    <message>
        <source>Put it into a file of its own, or remove the &quot;---&quot; or &quot;...&quot; line.</source>
        <translation>请将其移到单独的文件中，或删除“---”或“...”所在的行。</translation>
    </message>
    <message>
        <source>Put the pair in { }; if this is text, put it in quotes.</source>
        <translation>请将这一对键和值放入 { }；如果是文本，请加引号。</translation>
    </message>
    <message>
        <source>Put the steps in order of time.</source>
        <translation>请按时间先后排列步骤。</translation>
    </message>
    <message>
        <source>Put the whole text in double quotes.</source>
        <translation>请将整段文本放入双引号中。</translation>
    </message>
    <message>
        <source>Reading or writing &quot;%1&quot; failed (%2).</source>
        <translation>读取或写入“%1”失败（%2）。</translation>
    </message>
    <message>
        <source>Recover unsaved changes</source>
        <translation>恢复未保存的更改</translation>
    </message>
    <message>
        <source>Remove it, or put a name with odd characters in backquotes.</source>
        <translation>请将其删除，或将含特殊字符的名称放入反引号中。</translation>
    </message>
    <message>
        <source>Remove it; inside double quotes it can be written as an escape such as &quot;\u0007&quot;.</source>
        <translation>请将其删除；在双引号中可写成转义形式，例如 &quot;\u0007&quot;。</translation>
    </message>
    <message>
        <source>Remove one of the two, or give it another name.</source>
        <translation>请删除其中一个，或为它改名。</translation>
    </message>
    <message>
        <source>Remove the line.</source>
        <translation>请删除该行。</translation>
    </message>
    <message>
        <source>Remove the parentheses, or put an operator in front of them.</source>
        <translation>请删除括号，或在括号前添加运算符。</translation>
    </message>
    <message>
        <source>Remove the tag; if this is text, put it in quotes.</source>
        <translation>请删除标签；如果是文本，请加引号。</translation>
    </message>
    <message>
        <source>Rename field %1 of %2 to %3.</source>
        <translation>将 %2 的字段 %1 重命名为 %3。</translation>
    </message>
    <message>
        <source>Rename it to end with &quot;.yaml&quot;.</source>
        <translation>请重命名，使其以“.yaml”结尾。</translation>
    </message>
    <message>
        <source>Rename or remove one of the two.</source>
        <translation>请重命名或删除其中一个。</translation>
    </message>
    <message>
        <source>Rename table %1 to %2 (%3 records).</source>
        <translation>将表 %1 重命名为 %2（%3 条记录）。</translation>
    </message>
    <message>
        <source>Replace by &quot;%1&quot;.</source>
        <translation>请替换为“%1”。</translation>
    </message>
    <message>
        <source>Replace the whole value.</source>
        <translation>请替换整个值。</translation>
    </message>
    <message>
        <source>Restore the last backup; keep the damaged file for a rescue.</source>
        <translation>请恢复最近的备份，并保留损坏的文件以备抢救数据。</translation>
    </message>
    <message>
        <source>Round the number, or give the field more decimals.</source>
        <translation>请对数字进行舍入，或增加字段的小数位数。</translation>
    </message>
    <message>
        <source>Sample data: %1 rows of %2</source>
        <translation>示例数据：%2 的 %1 行</translation>
    </message>
    <message>
        <source>Save it as UTF-8 (it may be GB18030 or UTF-16 now).</source>
        <translation>请另存为 UTF-8（当前可能是 GB18030 或 UTF-16）。</translation>
    </message>
    <message>
        <source>Save it as UTF-8 without BOM.</source>
        <translation>请另存为不带 BOM 的 UTF-8。</translation>
    </message>
    <message>
        <source>Save it with line ends of the kind &quot;LF&quot;; most editors show the kind in their status line.</source>
        <translation>请以“LF”换行符保存；多数编辑器会在状态栏显示换行符类型。</translation>
    </message>
    <message>
        <source>Saving stopped half-way, and the old files could not be put back.</source>
        <translation>保存中途停止，且无法放回原来的文件。</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>See formwright help %1.</source>
        <translation>请查看 formwright help %1。</translation>
    </message>
    <message>
        <source>See formwright help.</source>
        <translation>请查看 formwright help。</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>请重新登录。</translation>
    </message>
    <message>
        <source>Split it into several computed fields.</source>
        <translation>请拆分为多个计算字段。</translation>
    </message>
    <message>
        <source>Split it, or move data into seed/ as CSV.</source>
        <translation>请拆分，或将数据以 CSV 形式移入 seed/。</translation>
    </message>
    <message>
        <source>Split the value, or put parts into files of their own.</source>
        <translation>请拆分该值，或将部分内容移到单独的文件中。</translation>
    </message>
    <message>
        <source>Step &quot;%1&quot; does nothing and expects nothing.</source>
        <translation>步骤“%1”既没有操作，也没有预期。</translation>
    </message>
    <message>
        <source>Step &quot;%1&quot; lies before the step above it.</source>
        <translation>步骤“%1”的时间早于上一步骤。</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>仍然缺少：%1</translation>
    </message>
    <message>
        <source>Table &quot;%1&quot; has no field &quot;%2&quot; to search by.</source>
        <translation>表“%1”没有可用于查找的字段“%2”。</translation>
    </message>
    <message>
        <source>Tags (&quot;!&quot;) are not allowed in a definition.</source>
        <translation>定义中不允许使用标签（“!”）。</translation>
    </message>
    <message>
        <source>Take in changes made outside</source>
        <translation>载入外部所做的更改</translation>
    </message>
    <message>
        <source>Take the other text in, or keep yours, then save again.</source>
        <translation>请采用对方的文本，或保留您的文本，然后再次保存。</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>The YAML cannot be read here: %1.</source>
        <translation>无法读取此处的 YAML：%1。</translation>
    </message>
    <message>
        <source>The app does not speak this language.</source>
        <translation>应用不支持此语言。</translation>
    </message>
    <message>
        <source>The app has no role &quot;%1&quot;.</source>
        <translation>应用没有角色“%1”。</translation>
    </message>
    <message>
        <source>The arguments do not fit %1.</source>
        <translation>参数与 %1 不符。</translation>
    </message>
    <message>
        <source>The bracket opened here is not closed, or a comma is missing in it.</source>
        <translation>此处打开的括号未闭合，或其中缺少逗号。</translation>
    </message>
    <message>
        <source>The change of &quot;%1&quot; cannot be written as YAML.</source>
        <translation>对“%1”的更改无法写成 YAML。</translation>
    </message>
    <message>
        <source>The character &quot;%1&quot; has no meaning here.</source>
        <translation>字符“%1”在此处没有意义。</translation>
    </message>
    <message>
        <source>The checksum of &quot;%1&quot; is wrong.</source>
        <translation>“%1”的校验和不正确。</translation>
    </message>
    <message>
        <source>The comment is not closed.</source>
        <translation>注释未闭合。</translation>
    </message>
    <message>
        <source>The disk is full: &quot;%1&quot; cannot be written.</source>
        <translation>磁盘已满：无法写入“%1”。</translation>
    </message>
    <message>
        <source>The disk is full: &quot;%1&quot; cannot grow.</source>
        <translation>磁盘已满：“%1”无法继续增大。</translation>
    </message>
    <message>
        <source>The end lies before the start.</source>
        <translation>结束早于开始。</translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; stands twice.</source>
        <translation>条目“%1”出现了两次。</translation>
    </message>
    <message>
        <source>The event is dated %1, more than 5 minutes after now (%2).</source>
        <translation>事件时间为 %1，比现在（%2）晚 5 分钟以上。</translation>
    </message>
    <message>
        <source>The expression ends too early.</source>
        <translation>表达式不完整。</translation>
    </message>
    <message>
        <source>The expression is nested too deeply.</source>
        <translation>表达式嵌套过深。</translation>
    </message>
    <message>
        <source>The expression takes too many steps.</source>
        <translation>表达式的计算步骤过多。</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be read to its end.</source>
        <translation>无法完整读取文件“%1”。</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be read.</source>
        <translation>无法读取文件“%1”。</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; in the package is damaged or far too large.</source>
        <translation>包中的文件“%1”已损坏或过大。</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; is damaged (%2).</source>
        <translation>文件“%1”已损坏（%2）。</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; is missing in the package.</source>
        <translation>包中缺少文件“%1”。</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark.</source>
        <translation>文件以字节顺序标记（BOM）开头。</translation>
    </message>
    <message>
        <source>The file has %1 bytes; at most %2 are read.</source>
        <translation>文件有 %1 字节，最多读取 %2 字节。</translation>
    </message>
    <message>
        <source>The file has Windows line ends (carriage returns).</source>
        <translation>文件使用 Windows 换行符（含回车符）。</translation>
    </message>
    <message>
        <source>The file is not UTF-8: byte 0x%1 does not belong here.</source>
        <translation>文件不是 UTF-8：此处不应出现字节 0x%1。</translation>
    </message>
    <message>
        <source>The file&apos;s name ends with &quot;.yml&quot; and is not read.</source>
        <translation>文件名以“.yml”结尾，不会被读取。</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be read.</source>
        <translation>无法读取文件夹“%1”。</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; holds far more than an app does.</source>
        <translation>文件夹“%1”中的内容远超一个应用所应有。</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; holds no app.yaml.</source>
        <translation>文件夹“%1”中没有 app.yaml。</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; is not empty.</source>
        <translation>文件夹“%1”不为空。</translation>
    </message>
    <message>
        <source>The folder of &quot;%1&quot; does not allow safe shared access.</source>
        <translation>“%1”所在的文件夹不支持安全的共享访问。</translation>
    </message>
    <message>
        <source>The function has no parameter &quot;%1&quot;.</source>
        <translation>该函数没有参数“%1”。</translation>
    </message>
    <message>
        <source>The function takes %1 arguments, not %2.</source>
        <translation>该函数需要 %1 个参数，而不是 %2 个。</translation>
    </message>
    <message>
        <source>The journal of a save that was cut off cannot be read: &quot;%1&quot;.</source>
        <translation>无法读取中断保存的日志：“%1”。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; stands here twice.</source>
        <translation>键“%1”在此处出现了两次。</translation>
    </message>
    <message>
        <source>The key that &quot;%1&quot; should become is there already.</source>
        <translation>“%1”要改成的键已存在。</translation>
    </message>
    <message>
        <source>The line is longer than 1 MiB.</source>
        <translation>该行超过 1 MiB。</translation>
    </message>
    <message>
        <source>The line is no JSON object.</source>
        <translation>该行不是 JSON 对象。</translation>
    </message>
    <message>
        <source>The line says nothing to do.</source>
        <translation>该行没有说明要做什么。</translation>
    </message>
    <message>
        <source>The list gets too long.</source>
        <translation>列表过长。</translation>
    </message>
    <message>
        <source>The list has %1 items; there is no item %2.</source>
        <translation>列表有 %1 项，没有第 %2 项。</translation>
    </message>
    <message>
        <source>The list has only %1 items.</source>
        <translation>列表只有 %1 项。</translation>
    </message>
    <message>
        <source>The list holds %1, which does not fit here.</source>
        <translation>列表中含有 %1，不适用于此处。</translation>
    </message>
    <message>
        <source>The list of functions stands in the manual.</source>
        <translation>函数列表见手册。</translation>
    </message>
    <message>
        <source>The list of names is empty.</source>
        <translation>名称列表为空。</translation>
    </message>
    <message>
        <source>The lock file &quot;%1&quot; cannot be opened: %2.</source>
        <translation>无法打开锁文件“%1”：%2。</translation>
    </message>
    <message>
        <source>The message is not a JSON object.</source>
        <translation>消息不是 JSON 对象。</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is not known here.</source>
        <translation>此处没有名称“%1”。</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is not known.</source>
        <translation>没有名称“%1”。</translation>
    </message>
    <message>
        <source>The name is not closed.</source>
        <translation>名称未闭合。</translation>
    </message>
    <message>
        <source>The name of an event must be a text.</source>
        <translation>事件名称必须是文本。</translation>
    </message>
    <message>
        <source>The names must lead through contexts.</source>
        <translation>名称路径的每一级都必须是上下文。</translation>
    </message>
    <message>
        <source>The nesting is deeper than %1 levels.</source>
        <translation>嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>The new texts lie beside it as *.new: compare them with the app&apos;s files, then remove the folder.</source>
        <translation>新文本以 *.new 存放在旁边：请与应用的文件比对，然后删除该文件夹。</translation>
    </message>
    <message>
        <source>The number &quot;%1&quot; is too large.</source>
        <translation>数字“%1”过大。</translation>
    </message>
    <message>
        <source>The package has version %1; this program reads version 1.</source>
        <translation>该包的版本为 %1，本程序只能读取版本 1。</translation>
    </message>
    <message>
        <source>The package holds a file with the name &quot;%1&quot;, which could leave the app&apos;s folder.</source>
        <translation>包中有名为“%1”的文件，可能写到应用文件夹之外。</translation>
    </message>
    <message>
        <source>The package holds files that its manifest does not name.</source>
        <translation>包中有清单未列出的文件。</translation>
    </message>
    <message>
        <source>The package holds more than %1 files.</source>
        <translation>包中的文件超过 %1 个。</translation>
    </message>
    <message>
        <source>The package holds the file &quot;%1&quot; twice.</source>
        <translation>包中有两个文件“%1”。</translation>
    </message>
    <message>
        <source>The package&apos;s list of files is damaged.</source>
        <translation>包的文件清单已损坏。</translation>
    </message>
    <message>
        <source>The quote opened here is closed only in line %1, and the file cannot be read after that.</source>
        <translation>此处打开的引号到第 %1 行才闭合，之后的内容无法读取。</translation>
    </message>
    <message>
        <source>The quote opened here is never closed.</source>
        <translation>此处打开的引号一直未闭合。</translation>
    </message>
    <message>
        <source>The range ends before it begins.</source>
        <translation>范围的结束早于开始。</translation>
    </message>
    <message>
        <source>The request names no method.</source>
        <translation>请求未指定方法。</translation>
    </message>
    <message>
        <source>The result is too large or not defined.</source>
        <translation>结果过大或无定义。</translation>
    </message>
    <message>
        <source>The result is too large to be represented.</source>
        <translation>结果过大，无法表示。</translation>
    </message>
    <message>
        <source>The result must be %1, not %2.</source>
        <translation>结果必须是 %1，而不是 %2。</translation>
    </message>
    <message>
        <source>The scale must lie between -6111 and 6176.</source>
        <translation>小数位数必须在 -6111 到 6176 之间。</translation>
    </message>
    <message>
        <source>The separators must be &quot; &quot;, &quot;,&quot; or &quot;.&quot;, and not the same.</source>
        <translation>分隔符必须是“ ”“,”或“.”，且不能相同。</translation>
    </message>
    <message>
        <source>The session has ended.</source>
        <translation>会话已结束。</translation>
    </message>
    <message>
        <source>The store &quot;%1&quot; reports: %2.</source>
        <translation>数据库“%1”报告：%2。</translation>
    </message>
    <message>
        <source>The store has undone this change because writing failed.</source>
        <translation>写入失败，数据库已撤销本次更改。</translation>
    </message>
    <message>
        <source>The table id &quot;%1&quot; begins with &quot;%2&quot;, which the store keeps for itself.</source>
        <translation>表标识“%1”以“%2”开头，该前缀由数据库保留。</translation>
    </message>
    <message>
        <source>The tables need no change.</source>
        <translation>各表无需更改。</translation>
    </message>
    <message>
        <source>The text has %1 characters; the position or length lies outside.</source>
        <translation>文本有 %1 个字符，位置或长度超出范围。</translation>
    </message>
    <message>
        <source>The text is not closed.</source>
        <translation>文本未闭合。</translation>
    </message>
    <message>
        <source>The unit must be &quot;Y&quot;, &quot;M&quot;, &quot;D&quot;, &quot;YM&quot;, &quot;MD&quot; or &quot;YD&quot;.</source>
        <translation>单位必须是 &quot;Y&quot;、&quot;M&quot;、&quot;D&quot;、&quot;YM&quot;、&quot;MD&quot; 或 &quot;YD&quot;。</translation>
    </message>
    <message>
        <source>The value &quot;%1&quot; is not among the options.</source>
        <translation>值“%1”不在选项之中。</translation>
    </message>
    <message>
        <source>The window must be a duration such as @&quot;P7D&quot;.</source>
        <translation>窗口必须是时长，例如 @&quot;P7D&quot;。</translation>
    </message>
    <message>
        <source>There is a file &quot;%1&quot; already.</source>
        <translation>已有文件“%1”。</translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot; to remove.</source>
        <translation>没有可删除的“%1”。</translation>
    </message>
    <message>
        <source>There is no active user &quot;%1&quot;.</source>
        <translation>没有启用的用户“%1”。</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>There is no element &quot;%1&quot; in the list.</source>
        <translation>列表中没有元素“%1”。</translation>
    </message>
    <message>
        <source>There is no entry &quot;%1&quot;.</source>
        <translation>没有条目“%1”。</translation>
    </message>
    <message>
        <source>There is no file &quot;%1&quot;.</source>
        <translation>没有文件“%1”。</translation>
    </message>
    <message>
        <source>There is no folder &quot;%1&quot;.</source>
        <translation>没有文件夹“%1”。</translation>
    </message>
    <message>
        <source>There is no function &quot;%1&quot;.</source>
        <translation>没有函数“%1”。</translation>
    </message>
    <message>
        <source>There is no key &quot;%1&quot;.</source>
        <translation>没有键“%1”。</translation>
    </message>
    <message>
        <source>There is no kind &quot;%1&quot;.</source>
        <translation>没有种类“%1”。</translation>
    </message>
    <message>
        <source>There is no list element &quot;%1&quot;.</source>
        <translation>没有列表元素“%1”。</translation>
    </message>
    <message>
        <source>There is no method &quot;%1&quot;.</source>
        <translation>没有方法“%1”。</translation>
    </message>
    <message>
        <source>There is no number to take the average of.</source>
        <translation>没有可求平均的数字。</translation>
    </message>
    <message>
        <source>There is no open task &quot;%1&quot;.</source>
        <translation>没有未完成的任务“%1”。</translation>
    </message>
    <message>
        <source>There is no person with the record id &quot;%1&quot;.</source>
        <translation>没有记录标识为“%1”的人员。</translation>
    </message>
    <message>
        <source>There is no right to write &quot;%1&quot;.</source>
        <translation>没有写入“%1”的权限。</translation>
    </message>
    <message>
        <source>There is no story to play.</source>
        <translation>没有可播放的场景。</translation>
    </message>
    <message>
        <source>There is no such day or time.</source>
        <translation>不存在这样的日期或时间。</translation>
    </message>
    <message>
        <source>There is no time zone &quot;%1&quot;.</source>
        <translation>没有时区“%1”。</translation>
    </message>
    <message>
        <source>There is not enough memory to work with &quot;%1&quot;.</source>
        <translation>内存不足，无法处理“%1”。</translation>
    </message>
    <message>
        <source>These files were changed by another program since they were read: %1.</source>
        <translation>以下文件在读取后被其他程序修改：%1。</translation>
    </message>
    <message>
        <source>These identities belong to two different records.</source>
        <translation>这些身份属于两条不同的记录。</translation>
    </message>
    <message>
        <source>This app asks no consent for &quot;%1&quot;.</source>
        <translation>此应用未就“%1”征求同意。</translation>
    </message>
    <message>
        <source>This app has no event &quot;%1&quot;.</source>
        <translation>此应用没有事件“%1”。</translation>
    </message>
    <message>
        <source>This app is already open in %1 (process %2 on %3).</source>
        <translation>此应用已在 %1 中打开（%3 上的进程 %2）。</translation>
    </message>
    <message>
        <source>This character cannot begin a value.</source>
        <translation>值不能以此字符开头。</translation>
    </message>
    <message>
        <source>This command takes exactly one argument: %1.</source>
        <translation>此命令只接受一个参数：%1。</translation>
    </message>
    <message>
        <source>This is %1, not a function.</source>
        <translation>这是 %1，不是函数。</translation>
    </message>
    <message>
        <source>This is no app package: it is no zip archive.</source>
        <translation>这不是应用包：它不是 zip 压缩文件。</translation>
    </message>
    <message>
        <source>This is no app package: its manifest is missing or unreadable.</source>
        <translation>这不是应用包：清单缺失或无法读取。</translation>
    </message>
    <message>
        <source>This line does not belong to what stands above it.</source>
        <translation>此行与上方内容不相属。</translation>
    </message>
    <message>
        <source>This line does not fit the keys above it.</source>
        <translation>此行与上方的键不对应。</translation>
    </message>
    <message>
        <source>This line does not fit the list above it.</source>
        <translation>此行与上方的列表不对应。</translation>
    </message>
    <message>
        <source>To join texts, write &quot;&amp;&quot;.</source>
        <translation>拼接文本请用“&amp;”。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>Turn the other side into text with string(…).</source>
        <translation>请用 string(…) 将另一边转换为文本。</translation>
    </message>
    <message>
        <source>Types are number, string, boolean, date, time, date and time, the two durations, list, context, range and function.</source>
        <translation>类型有 number、string、boolean、date、time、date and time、两种时长、list、context、range 和 function。</translation>
    </message>
    <message>
        <source>Update Formwright, then open it again. Nothing was changed.</source>
        <translation>请更新方匠（Formwright）后重新打开。未做任何更改。</translation>
    </message>
    <message>
        <source>Use a relative path such as &quot;tables/customer.yaml&quot;, without &quot;..&quot; and special characters.</source>
        <translation>请使用相对路径，例如“tables/customer.yaml”，不含“..”和特殊字符。</translation>
    </message>
    <message>
        <source>Use a small letter first, then small letters, digits, &quot;_&quot; and &quot;-&quot;, at most 40 in all.</source>
        <translation>请以小写字母开头，后接小写字母、数字、“_”和“-”，总共不超过 40 个字符。</translation>
    </message>
    <message>
        <source>Use its writer.</source>
        <translation>请使用其写入端。</translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation>请使用以下之一：%1。</translation>
    </message>
    <message>
        <source>Use spaces, two for each level.</source>
        <translation>请使用空格，每级缩进两个。</translation>
    </message>
    <message>
        <source>Which store? Give --store FILE.</source>
        <translation>使用哪个数据库？请指定 --store FILE。</translation>
    </message>
    <message>
        <source>Write 5 to 15 digits, with + and the country code for numbers from abroad.</source>
        <translation>请填写 5 到 15 位数字，境外号码请加 + 和国家代码。</translation>
    </message>
    <message>
        <source>Write &quot;&amp;&quot;.</source>
        <translation>请写“&amp;”。</translation>
    </message>
    <message>
        <source>Write &quot;=&quot;.</source>
        <translation>请写“=”。</translation>
    </message>
    <message>
        <source>Write &quot;key: value&quot;; a text with a comma in it needs quotes, and a list stands in [ ].</source>
        <translation>请写“键: 值”；含逗号的文本需要加引号，列表须放入 [ ]。</translation>
    </message>
    <message>
        <source>Write a comparison, for example amount &gt; 100.</source>
        <translation>请写一个比较，例如 amount &gt; 100。</translation>
    </message>
    <message>
        <source>Write a duration, for example @&quot;P30D&quot; for thirty days.</source>
        <translation>请写时长，例如 @&quot;P30D&quot; 表示 30 天。</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>Write a value, a name or a function here.</source>
        <translation>请在此处填写值、名称或函数。</translation>
    </message>
    <message>
        <source>Write digits and a decimal point, for example 1234.50.</source>
        <translation>请填写数字和小数点，例如 1234.50。</translation>
    </message>
    <message>
        <source>Write it as 09:30.</source>
        <translation>请写成 09:30 的形式。</translation>
    </message>
    <message>
        <source>Write it as 2026-01-05, 09:30:00, 2026-01-05T09:30:00, P1Y2M or P3DT4H.</source>
        <translation>请写成 2026-01-05、09:30:00、2026-01-05T09:30:00、P1Y2M 或 P3DT4H 的形式。</translation>
    </message>
    <message>
        <source>Write it as 2026-01-31.</source>
        <translation>请写成 2026-01-31 的形式。</translation>
    </message>
    <message>
        <source>Write it as 2026-01-31T09:30:00+08:00.</source>
        <translation>请写成 2026-01-31T09:30:00+08:00 的形式。</translation>
    </message>
    <message>
        <source>Write it as name@example.com.</source>
        <translation>请写成 name@example.com 的形式。</translation>
    </message>
    <message>
        <source>Write it like 2026-01-05T09:00:00+08:00.</source>
        <translation>请写成 2026-01-05T09:00:00+08:00 的形式。</translation>
    </message>
    <message>
        <source>Write it like PT30M, PT24H or P3D.</source>
        <translation>请写成 PT30M、PT24H 或 P3D 的形式。</translation>
    </message>
    <message>
        <source>Write one JSON object a line.</source>
        <translation>请每行写一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Write one under stories/; docs/stories.md shows how.</source>
        <translation>请在 stories/ 下编写一个场景，写法见 docs/stories.md。</translation>
    </message>
    <message>
        <source>Write the key on one line as &quot;key: value&quot;.</source>
        <translation>请将键写在一行内，形如“键: 值”。</translation>
    </message>
    <message>
        <source>Write the keys out where they are used.</source>
        <translation>请在使用处逐一写出这些键。</translation>
    </message>
    <message>
        <source>Write the name of a field.</source>
        <translation>请填写字段名。</translation>
    </message>
    <message>
        <source>Write the value out where it is used; if this is text, put it in quotes.</source>
        <translation>请在使用处写出该值；如果是文本，请加引号。</translation>
    </message>
    <message>
        <source>Write true or false.</source>
        <translation>请填写 true 或 false。</translation>
    </message>
    <message>
        <source>You are not allowed to do this, or it does not exist.</source>
        <translation>您没有权限执行此操作，或对象不存在。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be edited here because its text cannot be read.</source>
        <translation>“%1”的文本无法读取，不能在此编辑。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be moved into itself.</source>
        <translation>不能将“%1”移动到它自身之内。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be opened.</source>
        <translation>无法打开“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read here; the form is %2.</source>
        <translation>此处无法读取“%1”，正确写法为 %2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read: %2.</source>
        <translation>无法读取“%1”：%2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the id of an app.</source>
        <translation>“%1”不能作为应用的标识。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a file of an app.</source>
        <translation>“%1”不能作为应用文件的名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written: %2.</source>
        <translation>无法写入“%1”：%2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not occur in the text.</source>
        <translation>文本中没有“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not work between %2 and %3.</source>
        <translation>“%1”不能用于 %2 与 %3 之间。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds no published app yet.</source>
        <translation>“%1”中尚无已发布的应用。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a link or a special file; an app holds plain files only.</source>
        <translation>“%1”是链接或特殊文件，应用只能包含普通文件。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a single value and can hold no keys.</source>
        <translation>“%1”是单个值，不能包含键。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in use by %2.</source>
        <translation>“%1”正被 %2 使用。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is locked by another program.</source>
        <translation>“%1”已被其他程序锁定。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing after %2.</source>
        <translation>%2 后缺少“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation>缺少“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no Formwright store.</source>
        <translation>“%1”不是 Formwright 数据库。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date and time.</source>
        <translation>“%1”不是日期时间。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date, time or duration.</source>
        <translation>“%1”不是日期、时间或时长。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no duration.</source>
        <translation>“%1”不是时长。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no folder.</source>
        <translation>“%1”不是文件夹。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no list.</source>
        <translation>“%1”不是列表。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no range; write it as [1..10].</source>
        <translation>“%1”不是范围，请写成 [1..10] 的形式。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no regular expression, or its flags are not among s, m, i, x, q.</source>
        <translation>“%1”不是正则表达式，或其标志不在 s、m、i、x、q 之中。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no type.</source>
        <translation>“%1”不是类型。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may only be read.</source>
        <translation>“%1”只能读取。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a condition, not %2.</source>
        <translation>“%1”需要条件，而不是 %2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs yes or no, not %2.</source>
        <translation>“%1”需要是或否，而不是 %2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of %2 must be %3, not %4.</source>
        <translation>%2 的“%1”必须是 %3，而不是 %4。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not expected here.</source>
        <translation>此处不应出现“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was written by a newer version of Formwright.</source>
        <translation>“%1”由更新版本的 Formwright 写入。</translation>
    </message>
    <message>
        <source>&quot;-&quot; does not work on %1.</source>
        <translation>“-”不能用于 %1。</translation>
    </message>
    <message>
        <source>&quot;==&quot; is no operator.</source>
        <translation>“==”不是运算符。</translation>
    </message>
    <message>
        <source>&quot;at&quot; is no instant with offset.</source>
        <translation>“at”不是带时差的时刻。</translation>
    </message>
    <message>
        <source>&quot;version&quot; is no whole number.</source>
        <translation>“version”不是整数。</translation>
    </message>
    <message>
        <source>a YAML file that maps columns to fields and values to values</source>
        <translation>YAML 文件，用于将列对应到字段、将值对应到值</translation>
    </message>
    <message>
        <source>a condition, as in a definition</source>
        <translation>条件，写法与定义中相同</translation>
    </message>
    <message>
        <source>a role of the app, or admin; may be repeated</source>
        <translation>应用的角色，或 admin；可重复</translation>
    </message>
    <message>
        <source>a sentence for the list of versions</source>
        <translation>用于版本列表的一句说明</translation>
    </message>
    <message>
        <source>agree to what the plan says would be lost</source>
        <translation>接受计划中列出的数据丢失</translation>
    </message>
    <message>
        <source>as expected</source>
        <translation>符合预期</translation>
    </message>
    <message>
        <source>consent given: %1</source>
        <translation>已给予同意：%1</translation>
    </message>
    <message>
        <source>consent withdrawn: %1</source>
        <translation>已撤回同意：%1</translation>
    </message>
    <message>
        <source>en or zh</source>
        <translation>en 或 zh</translation>
    </message>
    <message>
        <source>end when nothing is due any more</source>
        <translation>没有到期事项时结束</translation>
    </message>
    <message>
        <source>evaluates an expression</source>
        <translation>计算表达式</translation>
    </message>
    <message>
        <source>event %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>expected to be refused with %1, but %2</source>
        <translation>应以 %1 被拒绝，但%2</translation>
    </message>
    <message>
        <source>fields to sort by; a leading - turns the order round</source>
        <translation>排序字段；前面加 - 表示倒序</translation>
    </message>
    <message>
        <source>fill the app with its sample data (workflows do not start)</source>
        <translation>用示例数据填充应用（不启动工作流）</translation>
    </message>
    <message>
        <source>finds problems in an app definition</source>
        <translation>检查应用定义中的问题</translation>
    </message>
    <message>
        <source>folder for messages of connectors without an address</source>
        <translation>没有地址的连接器存放消息的文件夹</translation>
    </message>
    <message>
        <source>formwright schema lists the kinds.</source>
        <translation>formwright schema 可列出所有种类。</translation>
    </message>
    <message>
        <source>formwright: works with app definitions and their stores.</source>
        <translation>formwright：处理应用定义及其数据库。</translation>
    </message>
    <message>
        <source>identities linked</source>
        <translation>已关联身份</translation>
    </message>
    <message>
        <source>imports a CSV file into a table</source>
        <translation>将 CSV 文件导入表</translation>
    </message>
    <message>
        <source>it was done</source>
        <translation>操作已执行</translation>
    </message>
    <message>
        <source>let workflows start for the imported records</source>
        <translation>允许为导入的记录启动工作流</translation>
    </message>
    <message>
        <source>lists the kinds of files, or prints the JSON Schema of one</source>
        <translation>列出文件种类，或输出某一种类的 JSON Schema</translation>
    </message>
    <message>
        <source>lists the people of a store, adds or changes one</source>
        <translation>列出数据库的用户，添加或修改其中一个</translation>
    </message>
    <message>
        <source>most rows shown (100)</source>
        <translation>最多显示的行数（100）</translation>
    </message>
    <message>
        <source>no message as described; there are: %1</source>
        <translation>没有符合描述的消息；现有：%1</translation>
    </message>
    <message>
        <source>no task &quot;%1&quot; as described; there are: %2</source>
        <translation>没有符合描述的任务“%1”；现有：%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>number of messages</source>
        <translation>消息数量</translation>
    </message>
    <message>
        <source>number of tasks</source>
        <translation>任务数量</translation>
    </message>
    <message>
        <source>only check the rows</source>
        <translation>只检查各行</translation>
    </message>
    <message>
        <source>only show what would change</source>
        <translation>只显示将要发生的更改</translation>
    </message>
    <message>
        <source>only the result of each story</source>
        <translation>只显示每个场景的结果</translation>
    </message>
    <message>
        <source>only this one</source>
        <translation>仅此一个</translation>
    </message>
    <message>
        <source>packs an app folder into one file</source>
        <translation>将应用文件夹打包为一个文件</translation>
    </message>
    <message>
        <source>plain FEEL without the studio dialect</source>
        <translation>纯 FEEL，不含工作室扩展语法</translation>
    </message>
    <message>
        <source>plays an app&apos;s stories on a virtual clock</source>
        <translation>在虚拟时钟上播放应用的场景</translation>
    </message>
    <message>
        <source>publishes a definition into a store</source>
        <translation>将定义发布到数据库</translation>
    </message>
    <message>
        <source>read one JSON request a line from standard input</source>
        <translation>从标准输入每行读取一个 JSON 请求</translation>
    </message>
    <message>
        <source>runs a store: fires timers and sends messages</source>
        <translation>运行数据库：触发定时器并发送消息</translation>
    </message>
    <message>
        <source>shows records of a table or the figures of a dashboard</source>
        <translation>显示表的记录或看板的指标</translation>
    </message>
    <message>
        <source>takes events and records as JSON lines from standard input</source>
        <translation>从标准输入以 JSON 行接收事件和记录</translation>
    </message>
    <message>
        <source>task done</source>
        <translation>任务已完成</translation>
    </message>
    <message>
        <source>the fields to show, separated by commas</source>
        <translation>要显示的字段，以逗号分隔</translation>
    </message>
    <message>
        <source>the person&apos;s e-mail address</source>
        <translation>用户的邮箱地址</translation>
    </message>
    <message>
        <source>the person&apos;s name</source>
        <translation>用户的姓名</translation>
    </message>
    <message>
        <source>the reasons of the scores of one record</source>
        <translation>一条记录的评分依据</translation>
    </message>
    <message>
        <source>the record &quot;%1&quot; does not exist</source>
        <translation>记录“%1”不存在</translation>
    </message>
    <message>
        <source>the table to import into</source>
        <translation>要导入的表</translation>
    </message>
    <message>
        <source>where to write the rows that failed, with their reasons</source>
        <translation>失败的行及其原因的写入位置</translation>
    </message>
    <message>
        <source>workflows do not start</source>
        <translation>不启动工作流</translation>
    </message>
    <message>
        <source>points for &quot;%1&quot; were not expected: %2</source>
        <translation>不应有“%1”的分值：%2</translation>
    </message>
    <message>
        <source>points for &quot;%1&quot;</source>
        <translation>“%1”的分值</translation>
    </message>
    <message>
        <source>there is no tile &quot;%1&quot;</source>
        <translation>没有图表“%1”</translation>
    </message>
    <message>
        <source>unpacks an app into a new folder</source>
        <translation>将应用解包到新文件夹</translation>
    </message>
    <message>
        <source>%1 is computed and cannot be written.</source>
        <translation>%1 是计算得出的，不能写入。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>%1 is out of range for &quot;%2&quot;.</source>
        <translation>%1 超出“%2”的范围。</translation>
    </message>
    <message>
        <source>%1 rows (%2): %3 created, %4 merged, %5 changed, %6 unchanged, %7 failed.</source>
        <translation>%1 行（%2）：新建 %3，合并 %4，修改 %5，未变 %6，失败 %7。</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is taken by another record.</source>
        <translation>%1：“%2”已被其他记录占用。</translation>
    </message>
    <message>
        <source>%1: you wrote &quot;%2&quot;, but meanwhile &quot;%3&quot; stands there.</source>
        <translation>%1：您填写了“%2”，但此处在此期间已变为“%3”。</translation>
    </message>
    <message>
        <source>A band begins &quot;from&quot; or &quot;above&quot; a total, not both.</source>
        <translation>等级的起点只能用“from”或“above”之一，不能同时使用。</translation>
    </message>
    <message>
        <source>A branch without a condition is the else and must be the last.</source>
        <translation>不带条件的分支即为“否则”，必须放在最后。</translation>
    </message>
    <message>
        <source>A change of &quot;%1&quot; runs on through more than %2 records that depend on each other.</source>
        <translation>“%1”的更改会连带影响超过 %2 条相互依赖的记录。</translation>
    </message>
    <message>
        <source>A comparison with an earlier period needs to know by which time.</source>
        <translation>与上一周期比较时，需要指明以哪个时间为准。</translation>
    </message>
    <message>
        <source>A criterion counts an event or a silence, not both.</source>
        <translation>一个评分项只能计事件或沉默，不能两者兼计。</translation>
    </message>
    <message>
        <source>A date fires &quot;before&quot; or &quot;after&quot;, not both.</source>
        <translation>日期触发只能用“before”或“after”之一，不能同时使用。</translation>
    </message>
    <message>
        <source>A file in this place is not read.</source>
        <translation>此位置的文件不会被读取。</translation>
    </message>
    <message>
        <source>A file in this place is of kind &quot;%1&quot;, not &quot;%2&quot;.</source>
        <translation>此位置的文件种类应为“%1”，而不是“%2”。</translation>
    </message>
    <message>
        <source>A funnel of one step shows nothing.</source>
        <translation>只有一个步骤的漏斗没有意义。</translation>
    </message>
    <message>
        <source>A mapping has the keys columns, values, dates, encoding and separator.</source>
        <translation>映射的键有 columns、values、dates、encoding 和 separator。</translation>
    </message>
    <message>
        <source>A period needs to know by which time.</source>
        <translation>使用时间范围时，需要指明以哪个时间为准。</translation>
    </message>
    <message>
        <source>A record of &quot;%1&quot; does not lead to one record of &quot;%2&quot;.</source>
        <translation>从“%1”的一条记录无法唯一找到“%2”的一条记录。</translation>
    </message>
    <message>
        <source>A rollup is stored and cannot depend on the time of reading.</source>
        <translation>汇总的结果会存储，不能依赖读取时间。</translation>
    </message>
    <message>
        <source>A silence has no further condition.</source>
        <translation>沉默不能再附加条件。</translation>
    </message>
    <message>
        <source>A silence shows the fading stage only.</source>
        <translation>沉默只能显示减弱阶段。</translation>
    </message>
    <message>
        <source>Add &quot;%1: …&quot;.</source>
        <translation>请添加“%1: …”。</translation>
    </message>
    <message>
        <source>Add &quot;%1:&quot; (%2).</source>
        <translation>请添加“%1:”（%2）。</translation>
    </message>
    <message>
        <source>Add &quot;%1&quot; to &quot;%2&quot;</source>
        <translation>将“%1”添加到“%2”</translation>
    </message>
    <message>
        <source>Add &quot;at:&quot; with a date field, for example created_at.</source>
        <translation>请添加“at:”并填写日期字段，例如 created_at。</translation>
    </message>
    <message>
        <source>Add &quot;by:&quot; with a field, or &quot;at:&quot; and &quot;every:&quot;.</source>
        <translation>请添加“by:”并填写字段，或添加“at:”和“every:”。</translation>
    </message>
    <message>
        <source>Add &quot;event:&quot; or &quot;if:&quot;.</source>
        <translation>请添加“event:”或“if:”。</translation>
    </message>
    <message>
        <source>Add &quot;event:&quot;, &quot;interaction: true&quot; or &quot;if:&quot;.</source>
        <translation>请添加“event:”“interaction: true”或“if:”。</translation>
    </message>
    <message>
        <source>Add &quot;for:&quot; with a table.</source>
        <translation>请添加“for:”并填写表。</translation>
    </message>
    <message>
        <source>Add &quot;from:&quot; or &quot;above:&quot;.</source>
        <translation>请添加“from:”或“above:”。</translation>
    </message>
    <message>
        <source>Add &quot;id: %1&quot;.</source>
        <translation>请添加“id: %1”。</translation>
    </message>
    <message>
        <source>Add &quot;if:&quot;, or move it to the end.</source>
        <translation>请添加“if:”，或将其移到最后。</translation>
    </message>
    <message>
        <source>Add &quot;limit:&quot; to &quot;wait_until&quot;.</source>
        <translation>请在“wait_until”中添加“limit:”。</translation>
    </message>
    <message>
        <source>Add &quot;limit:&quot;.</source>
        <translation>请添加“limit:”。</translation>
    </message>
    <message>
        <source>Add &quot;}&quot; behind the expression, or write &quot;{{&quot; for a brace.</source>
        <translation>请在表达式后添加“}”；如果要写花括号本身，请写“{{”。</translation>
    </message>
    <message>
        <source>Add a period, or a condition on stored fields.</source>
        <translation>请添加时间范围，或针对存储字段的条件。</translation>
    </message>
    <message>
        <source>Add a step.</source>
        <translation>请添加步骤。</translation>
    </message>
    <message>
        <source>Add at least one step with an event.</source>
        <translation>请至少添加一个带事件的步骤。</translation>
    </message>
    <message>
        <source>Add it with &quot;kind: app&quot;, &quot;format: 1&quot; and &quot;id:&quot;.</source>
        <translation>请添加该文件，并写上“kind: app”“format: 1”和“id:”。</translation>
    </message>
    <message>
        <source>Add one of: %1.</source>
        <translation>请添加以下之一：%1。</translation>
    </message>
    <message>
        <source>Add the id &quot;%1&quot;</source>
        <translation>添加标识“%1”</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>An e-mail needs a recipient.</source>
        <translation>邮件需要收件人。</translation>
    </message>
    <message>
        <source>An expression compares with the text %1: %2.</source>
        <translation>表达式与文本 %1 比较：%2。</translation>
    </message>
    <message>
        <source>Ask the recipient or look into the mail server&apos;s log; then mark it as sent or send it again.</source>
        <translation>请询问收件人或查看邮件服务器日志，然后标记为已发送或重新发送。</translation>
    </message>
    <message>
        <source>Bands stand lowest first; this one begins at or below the one before.</source>
        <translation>等级须从低到高排列；此等级的起点不高于前一等级。</translation>
    </message>
    <message>
        <source>Begin again from the first page.</source>
        <translation>请从第一页重新开始。</translation>
    </message>
    <message>
        <source>Begin it with &quot;kind:&quot; and &quot;id:&quot;.</source>
        <translation>请以“kind:”和“id:”开头。</translation>
    </message>
    <message>
        <source>Cancel the run, or publish a definition that holds the workflow and move it there.</source>
        <translation>请取消该流程实例，或发布包含此工作流的定义并将实例迁移过去。</translation>
    </message>
    <message>
        <source>Change %1 of &quot;%2&quot;</source>
        <translation>修改“%2”的 %1</translation>
    </message>
    <message>
        <source>Change &quot;kind:&quot; or move the file.</source>
        <translation>请更改“kind:”或移动文件。</translation>
    </message>
    <message>
        <source>Change its condition or remove it.</source>
        <translation>请更改其条件，或将其删除。</translation>
    </message>
    <message>
        <source>Change one of these formulas so that the ring is open.</source>
        <translation>请修改其中一个公式，以消除循环引用。</translation>
    </message>
    <message>
        <source>Change that expression first, or change only the label.</source>
        <translation>请先修改该表达式，或只修改标签。</translation>
    </message>
    <message>
        <source>Change that record instead.</source>
        <translation>请改为修改那条记录。</translation>
    </message>
    <message>
        <source>Change the step, publish, and carry the run on.</source>
        <translation>请修改步骤并发布，然后继续该流程实例。</translation>
    </message>
    <message>
        <source>Change to &quot;%1&quot;</source>
        <translation>更改为“%1”</translation>
    </message>
    <message>
        <source>Check its owner and rights.</source>
        <translation>请检查其所有者和权限。</translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it.</source>
        <translation>请检查它是否存在，以及您是否有读取权限。</translation>
    </message>
    <message>
        <source>Check that the disk has room and that you may write there.</source>
        <translation>请检查磁盘是否有空间，以及您是否有写入权限。</translation>
    </message>
    <message>
        <source>Check the connection of the connector, then send it again.</source>
        <translation>请检查连接器的连接，然后重新发送。</translation>
    </message>
    <message>
        <source>Check the disk and your rights.</source>
        <translation>请检查磁盘和您的权限。</translation>
    </message>
    <message>
        <source>Check the name and the rights.</source>
        <translation>请检查名称和权限。</translation>
    </message>
    <message>
        <source>Check the name of the table.</source>
        <translation>请检查表名。</translation>
    </message>
    <message>
        <source>Choose a field of the person table.</source>
        <translation>请选择人员表的字段。</translation>
    </message>
    <message>
        <source>Choose a field of type %1.</source>
        <translation>请选择类型为 %1 的字段。</translation>
    </message>
    <message>
        <source>Choose a field that is stored, or a field of a related record.</source>
        <translation>请选择存储字段，或关联记录的字段。</translation>
    </message>
    <message>
        <source>Choose a form of the same table.</source>
        <translation>请选择同一张表的表单。</translation>
    </message>
    <message>
        <source>Choose a new or an empty folder.</source>
        <translation>请选择新文件夹或空文件夹。</translation>
    </message>
    <message>
        <source>Choose a place where you may write.</source>
        <translation>请选择您有写入权限的位置。</translation>
    </message>
    <message>
        <source>Choose a scoring table of this table.</source>
        <translation>请选择此表的评分表。</translation>
    </message>
    <message>
        <source>Choose an element of a &quot;retired&quot; list.</source>
        <translation>请选择“retired”列表中的元素。</translation>
    </message>
    <message>
        <source>Choose another id, such as &quot;%1_1&quot;.</source>
        <translation>请换一个标识，例如“%1_1”。</translation>
    </message>
    <message>
        <source>Choose another name for the other side.</source>
        <translation>请为另一端换一个名称。</translation>
    </message>
    <message>
        <source>Choose one of &quot;stages:&quot;.</source>
        <translation>请选择“stages:”中的一个。</translation>
    </message>
    <message>
        <source>Choose where the run goes on, or cancel it.</source>
        <translation>请选择流程实例从何处继续，或将其取消。</translation>
    </message>
    <message>
        <source>Close it there first. Should that program be gone, remove the file .studio/lock in the app&apos;s folder.</source>
        <translation>请先在那边关闭。如果该程序已不在运行，请删除应用文件夹中的 .studio/lock 文件。</translation>
    </message>
    <message>
        <source>Close it: chmod 600 &quot;%1&quot;.</source>
        <translation>请收紧权限：chmod 600 &quot;%1&quot;。</translation>
    </message>
    <message>
        <source>Column %1 holds bytes that are no text in %2.</source>
        <translation>列 %1 含有不属于 %2 文本的字节。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; is mapped to &quot;%2&quot;, which table &quot;%3&quot; cannot take.</source>
        <translation>列“%1”对应到“%2”，但表“%3”不接受该字段。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; names no field.</source>
        <translation>列“%1”没有对应的字段。</translation>
    </message>
    <message>
        <source>Columns that fit no field: %1</source>
        <translation>没有对应字段的列：%1</translation>
    </message>
    <message>
        <source>Compare fields with values, me or its members, joined with and, or, not.</source>
        <translation>请将字段与值、me 或其成员比较，并用 and、or、not 连接。</translation>
    </message>
    <message>
        <source>Compare with a field of the record, or use a computed field over the related records.</source>
        <translation>请与记录的字段比较，或使用基于关联记录的计算字段。</translation>
    </message>
    <message>
        <source>Correct it, or leave it out.</source>
        <translation>请更正，或将其省略。</translation>
    </message>
    <message>
        <source>Correct the address or the connector, then send it again.</source>
        <translation>请更正地址或连接器，然后重新发送。</translation>
    </message>
    <message>
        <source>Correct the name of the field.</source>
        <translation>请更正字段名。</translation>
    </message>
    <message>
        <source>Correct the name of the table.</source>
        <translation>请更正表名。</translation>
    </message>
    <message>
        <source>Correct the row.</source>
        <translation>请更正该行。</translation>
    </message>
    <message>
        <source>Create &quot;%1&quot;</source>
        <translation>新建“%1”</translation>
    </message>
    <message>
        <source>Decide which of the two holds and save again.</source>
        <translation>请决定以哪一个为准，然后再次保存。</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;, keeping its data</source>
        <translation>删除“%1”，保留其数据</translation>
    </message>
    <message>
        <source>Each element of &quot;%1&quot; must hold keys.</source>
        <translation>“%1”的每个元素都必须包含键。</translation>
    </message>
    <message>
        <source>Edit the text of %1</source>
        <translation>编辑 %1 的文本</translation>
    </message>
    <message>
        <source>Events cannot find the records of this table.</source>
        <translation>事件无法找到此表的记录。</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>请填写。</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>修复：%1</translation>
    </message>
    <message>
        <source>Give another value, or change record %1.</source>
        <translation>请填写其他值，或修改记录 %1。</translation>
    </message>
    <message>
        <source>Give every request a key of its own.</source>
        <translation>请为每个请求使用各自的键。</translation>
    </message>
    <message>
        <source>Give it a value such as count() or sum(amount).</source>
        <translation>请填写取值，例如 count() 或 sum(amount)。</translation>
    </message>
    <message>
        <source>Give it as a test of single records.</source>
        <translation>请写成针对单条记录的判断。</translation>
    </message>
    <message>
        <source>Give it points or a stage, or remove it.</source>
        <translation>请为其设置分值或阶段，或将其删除。</translation>
    </message>
    <message>
        <source>Give the second one another id.</source>
        <translation>请为第二个换一个标识。</translation>
    </message>
    <message>
        <source>Identities merged</source>
        <translation>已合并身份</translation>
    </message>
    <message>
        <source>It is not known whether the message to &quot;%1&quot; went out.</source>
        <translation>无法确定发给“%1”的消息是否已发出。</translation>
    </message>
    <message>
        <source>It is not said what gives these points.</source>
        <translation>没有说明这些分值由什么产生。</translation>
    </message>
    <message>
        <source>It is not said what the chart shows side by side.</source>
        <translation>没有说明图表按什么对比显示。</translation>
    </message>
    <message>
        <source>It is not said what this does.</source>
        <translation>没有说明要做什么。</translation>
    </message>
    <message>
        <source>It is not said what this step waits for.</source>
        <translation>没有说明此步骤等待什么。</translation>
    </message>
    <message>
        <source>It is not said whose fields this text may use.</source>
        <translation>没有说明此文本可使用哪张表的字段。</translation>
    </message>
    <message>
        <source>It may lie in the bin; look there, or correct the id.</source>
        <translation>它可能在回收站中；请到那里查看，或更正标识。</translation>
    </message>
    <message>
        <source>Its first row must name the columns.</source>
        <translation>首行必须是列名。</translation>
    </message>
    <message>
        <source>Join the two entries.</source>
        <translation>请合并这两项。</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>请保留其中一个。</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>请将其省略。</translation>
    </message>
    <message>
        <source>Leave one of them out: map it to &quot;-&quot;.</source>
        <translation>请忽略其中一列：将其对应到“-”。</translation>
    </message>
    <message>
        <source>Load it again.</source>
        <translation>请重新加载。</translation>
    </message>
    <message>
        <source>Look at what the workflow changes and what starts it, then switch it on again.</source>
        <translation>请检查该工作流修改了什么、由什么启动，然后重新启用。</translation>
    </message>
    <message>
        <source>Look for computed fields that depend on each other in a circle.</source>
        <translation>请查找相互循环依赖的计算字段。</translation>
    </message>
    <message>
        <source>Lower its bound or give more points.</source>
        <translation>请降低其下限，或提高分值。</translation>
    </message>
    <message>
        <source>Make a second criterion.</source>
        <translation>请另建一个评分项。</translation>
    </message>
    <message>
        <source>Make it an expression</source>
        <translation>改为表达式</translation>
    </message>
    <message>
        <source>Make it first, or choose another.</source>
        <translation>请先创建，或选择其他。</translation>
    </message>
    <message>
        <source>Make it first, or remove this.</source>
        <translation>请先创建，或删除此处。</translation>
    </message>
    <message>
        <source>Make the field &quot;%1&quot; in &quot;%2&quot;</source>
        <translation>在“%2”中新建字段“%1”</translation>
    </message>
    <message>
        <source>Merge those two records first, or leave one of the values out.</source>
        <translation>请先合并这两条记录，或去掉其中一个值。</translation>
    </message>
    <message>
        <source>Move &quot;%1&quot; into &quot;%2&quot;</source>
        <translation>将“%1”移入“%2”</translation>
    </message>
    <message>
        <source>Move &quot;%1&quot;</source>
        <translation>移动“%1”</translation>
    </message>
    <message>
        <source>Move it to one of: %1.</source>
        <translation>请移到以下位置之一：%1。</translation>
    </message>
    <message>
        <source>Move it, or change its bound.</source>
        <translation>请移动它，或更改其下限。</translation>
    </message>
    <message>
        <source>Name a field of the table that is not computed.</source>
        <translation>请指定该表的一个非计算字段。</translation>
    </message>
    <message>
        <source>Name a table, event.&lt;id&gt;, task, message or score_change.</source>
        <translation>请填写表、event.&lt;id&gt;、task、message 或 score_change。</translation>
    </message>
    <message>
        <source>Name its identity fields: &quot;identity: [phone, email]&quot;.</source>
        <translation>请指定其身份字段：“identity: [phone, email]”。</translation>
    </message>
    <message>
        <source>Name the columns by field id or label in the first row, or give a mapping.</source>
        <translation>请在首行用字段标识或标签作为列名，或提供映射。</translation>
    </message>
    <message>
        <source>Name the file %1.yaml, or use Rename to change the id.</source>
        <translation>请将文件命名为 %1.yaml，或使用“重命名”更改标识。</translation>
    </message>
    <message>
        <source>Narrow a trigger by fields or a condition, or give one a cool-down.</source>
        <translation>请用字段或条件缩小触发器的范围，或为其设置冷却期。</translation>
    </message>
    <message>
        <source>No column of the file fits a field of &quot;%1&quot;: %2.</source>
        <translation>文件中没有与“%1”的字段对应的列：%2。</translation>
    </message>
    <message>
        <source>No record can reach this band: the highest total is %1.</source>
        <translation>没有记录能达到此等级：最高总分为 %1。</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>无需任何操作。</translation>
    </message>
    <message>
        <source>Nothing was stored: this was a dry run.</source>
        <translation>未保存任何内容：这是试运行。</translation>
    </message>
    <message>
        <source>Only one table may say &quot;person: true&quot;.</source>
        <translation>只能有一张表写“person: true”。</translation>
    </message>
    <message>
        <source>Only the lowest band has no bound.</source>
        <translation>只有最低的等级可以没有下限。</translation>
    </message>
    <message>
        <source>Only these hold data; remove other things instead.</source>
        <translation>只有字段和表含有数据；其他内容请直接删除。</translation>
    </message>
    <message>
        <source>Open it with a program that reads format %1.</source>
        <translation>请用可读取格式 %1 的程序打开。</translation>
    </message>
    <message>
        <source>Other users can read the secrets file &quot;%1&quot;.</source>
        <translation>其他用户可以读取密钥文件“%1”。</translation>
    </message>
    <message>
        <source>Publish one first: formwright apply FOLDER --store FILE.</source>
        <translation>请先发布一个：formwright apply FOLDER --store FILE。</translation>
    </message>
    <message>
        <source>Put a band without a bound before it.</source>
        <translation>请在其前面添加一个没有下限的等级。</translation>
    </message>
    <message>
        <source>Put text that holds the separator into quotes.</source>
        <translation>请为含分隔符的文本加引号。</translation>
    </message>
    <message>
        <source>Refresh the list: it may have been removed.</source>
        <translation>请刷新列表：它可能已被删除。</translation>
    </message>
    <message>
        <source>Remove &quot;when:&quot;.</source>
        <translation>请删除“when:”。</translation>
    </message>
    <message>
        <source>Remove it or move it up.</source>
        <translation>请将其删除或上移。</translation>
    </message>
    <message>
        <source>Remove it, or begin its name with x- to keep it. Known here: %1.</source>
        <translation>请将其删除，或让名称以 x- 开头以便保留。此处可用的有：%1。</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>请将其删除。</translation>
    </message>
    <message>
        <source>Rename &quot;%1&quot; to &quot;%2&quot;</source>
        <translation>将“%1”重命名为“%2”</translation>
    </message>
    <message>
        <source>Rename in the sample data</source>
        <translation>在示例数据中重命名</translation>
    </message>
    <message>
        <source>Reset %1 of &quot;%2&quot;</source>
        <translation>重置“%2”的 %1</translation>
    </message>
    <message>
        <source>Restore &quot;%1&quot;</source>
        <translation>恢复“%1”</translation>
    </message>
    <message>
        <source>Restore it from the bin and carry the run on, or cancel the run.</source>
        <translation>请从回收站恢复并继续该流程实例，或取消该实例。</translation>
    </message>
    <message>
        <source>Restore that field, or choose another id.</source>
        <translation>请恢复该字段，或换一个标识。</translation>
    </message>
    <message>
        <source>Rules %1 and %2 both hit, but only one may.</source>
        <translation>规则 %1 和 %2 同时命中，但只允许命中一条。</translation>
    </message>
    <message>
        <source>Rules %1 and %2 hit with different results.</source>
        <translation>规则 %1 和 %2 同时命中，但结果不同。</translation>
    </message>
    <message>
        <source>Running. Next: %1. Ctrl+C ends.</source>
        <translation>正在运行。下一项：%1。按 Ctrl+C 结束。</translation>
    </message>
    <message>
        <source>Running. Nothing is waiting. Ctrl+C ends.</source>
        <translation>正在运行。没有等待事项。按 Ctrl+C 结束。</translation>
    </message>
    <message>
        <source>Save it as &quot;CSV UTF-8&quot;.</source>
        <translation>请另存为“CSV UTF-8”。</translation>
    </message>
    <message>
        <source>Say to whom: add &quot;to:&quot; with an address or an expression such as =email.</source>
        <translation>请说明发给谁：添加“to:”并填写地址或表达式，例如 =email。</translation>
    </message>
    <message>
        <source>Set a field it is computed from.</source>
        <translation>请设置参与其计算的字段。</translation>
    </message>
    <message>
        <source>Sort by a stored field.</source>
        <translation>请按存储字段排序。</translation>
    </message>
    <message>
        <source>Table &quot;%1&quot; has no field &quot;%2&quot;.</source>
        <translation>表“%1”没有字段“%2”。</translation>
    </message>
    <message>
        <source>Table &quot;%1&quot; has no record &quot;%2&quot;.</source>
        <translation>表“%1”没有记录“%2”。</translation>
    </message>
    <message>
        <source>That is its label; an expression names the option &quot;%1&quot;.</source>
        <translation>那是标签；在表达式中请用选项标识“%1”。</translation>
    </message>
    <message>
        <source>The &quot;{&quot; is not closed.</source>
        <translation>“{”未闭合。</translation>
    </message>
    <message>
        <source>The app has no table &quot;%1&quot;.</source>
        <translation>应用没有表“%1”。</translation>
    </message>
    <message>
        <source>The app has no table, dashboard or tile &quot;%1&quot;.</source>
        <translation>应用没有表、看板或图表“%1”。</translation>
    </message>
    <message>
        <source>The computed field &quot;%1&quot; needs itself: %2.</source>
        <translation>计算字段“%1”依赖自身：%2。</translation>
    </message>
    <message>
        <source>The connector &quot;%1&quot; no longer exists.</source>
        <translation>连接器“%1”已不存在。</translation>
    </message>
    <message>
        <source>The dashboard &quot;%2&quot; has no tile &quot;%1&quot;.</source>
        <translation>看板“%2”没有图表“%1”。</translation>
    </message>
    <message>
        <source>The definition has format %1; this program reads format %2.</source>
        <translation>该定义的格式为 %1，本程序读取的格式为 %2。</translation>
    </message>
    <message>
        <source>The definition with number %1, on which this run of &quot;%2&quot; began, cannot be loaded.</source>
        <translation>“%2”的此流程实例启动时所用的定义（编号 %1）无法加载。</translation>
    </message>
    <message>
        <source>The element has no id.</source>
        <translation>该元素没有标识。</translation>
    </message>
    <message>
        <source>The event &quot;%2&quot; has no property &quot;%1&quot;.</source>
        <translation>事件“%2”没有属性“%1”。</translation>
    </message>
    <message>
        <source>The fading stage shows only by silence.</source>
        <translation>减弱阶段只能通过沉默显示。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is of type %2.</source>
        <translation>字段“%1”的类型为 %2。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; no longer exists.</source>
        <translation>字段“%1”已不存在。</translation>
    </message>
    <message>
        <source>The file %1 could not be written.</source>
        <translation>无法写入文件 %1。</translation>
    </message>
    <message>
        <source>The file &quot;%1.yaml&quot; has the id &quot;%2&quot;.</source>
        <translation>文件“%1.yaml”的标识为“%2”。</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>无法读取文件：%1。</translation>
    </message>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation>无法写入文件：%1。</translation>
    </message>
    <message>
        <source>The file holds no keys.</source>
        <translation>文件中没有键。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>The file is written in UTF-16.</source>
        <translation>文件采用 UTF-16 编码。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>The folder %1 is not empty.</source>
        <translation>文件夹 %1 不为空。</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be made.</source>
        <translation>无法创建文件夹“%1”。</translation>
    </message>
    <message>
        <source>The form &quot;%1&quot; is for &quot;%2&quot;, the view for &quot;%3&quot;.</source>
        <translation>表单“%1”用于“%2”，而视图用于“%3”。</translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; belongs to a retired field.</source>
        <translation>标识“%1”属于已停用的字段。</translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; is in use or was in use.</source>
        <translation>标识“%1”正在使用或曾被使用。</translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; stands here twice.</source>
        <translation>标识“%1”在此处出现了两次。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is unknown.</source>
        <translation>未知的键“%1”。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; was used before for something else.</source>
        <translation>键“%1”以前用于其他内容。</translation>
    </message>
    <message>
        <source>The message &quot;%1&quot; or the connector &quot;%2&quot; no longer exists.</source>
        <translation>消息“%1”或连接器“%2”已不存在。</translation>
    </message>
    <message>
        <source>The message is about a record of &quot;%1&quot;, the workflow about &quot;%2&quot;.</source>
        <translation>消息针对“%1”的记录，而工作流针对“%2”。</translation>
    </message>
    <message>
        <source>The message to &quot;%1&quot; could not be delivered within 24 hours: %2</source>
        <translation>发给“%1”的消息在 24 小时内未能送达：%2</translation>
    </message>
    <message>
        <source>The message to &quot;%1&quot; was refused: %2</source>
        <translation>发给“%1”的消息被拒绝：%2</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; means something else in an expression that uses &quot;%2&quot;.</source>
        <translation>在使用“%2”的表达式中，名称“%1”另有含义。</translation>
    </message>
    <message>
        <source>The quote that begins in line %1 never ends.</source>
        <translation>从第 %1 行开始的引号一直未闭合。</translation>
    </message>
    <message>
        <source>The record of this run is gone.</source>
        <translation>此流程实例的记录已不存在。</translation>
    </message>
    <message>
        <source>The record was changed meanwhile (version %1).</source>
        <translation>该记录在此期间已被修改（版本 %1）。</translation>
    </message>
    <message>
        <source>The rights on &quot;%1&quot; stand here twice.</source>
        <translation>“%1”的权限在此处出现了两次。</translation>
    </message>
    <message>
        <source>The role&apos;s row condition must use stored fields only.</source>
        <translation>角色的行条件只能使用存储字段。</translation>
    </message>
    <message>
        <source>The row has %1 cells, the header %2 columns.</source>
        <translation>该行有 %1 个单元格，而表头有 %2 列。</translation>
    </message>
    <message>
        <source>The rows of &quot;%1&quot; that you may see cannot be told by the database.</source>
        <translation>数据库无法判定您可以查看“%1”的哪些行。</translation>
    </message>
    <message>
        <source>The rule &quot;%1&quot; is not met.</source>
        <translation>不满足规则“%1”。</translation>
    </message>
    <message>
        <source>The scoring table &quot;%1&quot; is for &quot;%2&quot;.</source>
        <translation>评分表“%1”用于“%2”。</translation>
    </message>
    <message>
        <source>The scoring table &quot;%2&quot; has no criterion &quot;%1&quot;.</source>
        <translation>评分表“%2”没有评分项“%1”。</translation>
    </message>
    <message>
        <source>The scoring table &quot;%2&quot; has no stage &quot;%1&quot;.</source>
        <translation>评分表“%2”没有阶段“%1”。</translation>
    </message>
    <message>
        <source>The secret &quot;%1&quot; is not set.</source>
        <translation>密钥“%1”尚未设置。</translation>
    </message>
    <message>
        <source>The secrets file &quot;%1&quot; cannot be read.</source>
        <translation>无法读取密钥文件“%1”。</translation>
    </message>
    <message>
        <source>The sender address of the connector &quot;%1&quot; is not set.</source>
        <translation>连接器“%1”的发件人地址尚未设置。</translation>
    </message>
    <message>
        <source>The step &quot;%1&quot; no longer exists.</source>
        <translation>步骤“%1”已不存在。</translation>
    </message>
    <message>
        <source>The store cannot test this condition itself, and rights need that.</source>
        <translation>数据库自身无法判断此条件，而权限需要由数据库判断。</translation>
    </message>
    <message>
        <source>The store holds no app yet.</source>
        <translation>数据库中尚无应用。</translation>
    </message>
    <message>
        <source>The story has no step &quot;%1&quot;.</source>
        <translation>场景没有步骤“%1”。</translation>
    </message>
    <message>
        <source>The story has no user &quot;%1&quot;.</source>
        <translation>场景没有用户“%1”。</translation>
    </message>
    <message>
        <source>The table &quot;%1&quot; no longer exists.</source>
        <translation>表“%1”已不存在。</translation>
    </message>
    <message>
        <source>The task &quot;%1&quot; was already handled by %2.</source>
        <translation>任务“%1”已由 %2 处理。</translation>
    </message>
    <message>
        <source>The task &quot;%1&quot; was withdrawn.</source>
        <translation>任务“%1”已撤回。</translation>
    </message>
    <message>
        <source>The text &quot;%1&quot; is missing in the language &quot;%2&quot;.</source>
        <translation>文本“%1”缺少语言“%2”的内容。</translation>
    </message>
    <message>
        <source>There are events but no table of persons.</source>
        <translation>有事件，但没有人员表。</translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot; to rename.</source>
        <translation>没有可重命名的“%1”。</translation>
    </message>
    <message>
        <source>There is no address to send to.</source>
        <translation>没有可发送的地址。</translation>
    </message>
    <message>
        <source>There is no app.yaml.</source>
        <translation>缺少 app.yaml。</translation>
    </message>
    <message>
        <source>There is no column &quot;login&quot;.</source>
        <translation>缺少列“login”。</translation>
    </message>
    <message>
        <source>There is no connector &quot;%1&quot;.</source>
        <translation>没有连接器“%1”。</translation>
    </message>
    <message>
        <source>There is no consent purpose &quot;%1&quot;.</source>
        <translation>没有同意用途“%1”。</translation>
    </message>
    <message>
        <source>There is no dashboard &quot;%1&quot;.</source>
        <translation>没有看板“%1”。</translation>
    </message>
    <message>
        <source>There is no encoding &quot;%1&quot;.</source>
        <translation>没有编码“%1”。</translation>
    </message>
    <message>
        <source>There is no event &quot;%1&quot;.</source>
        <translation>没有事件“%1”。</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot; in &quot;%2&quot; that fits here.</source>
        <translation>“%2”中没有适用于此处的字段“%1”。</translation>
    </message>
    <message>
        <source>There is no form &quot;%1&quot;.</source>
        <translation>没有表单“%1”。</translation>
    </message>
    <message>
        <source>There is no format %1.</source>
        <translation>没有格式 %1。</translation>
    </message>
    <message>
        <source>There is no message &quot;%1&quot;.</source>
        <translation>没有消息“%1”。</translation>
    </message>
    <message>
        <source>There is no record &quot;%1&quot;.</source>
        <translation>没有记录“%1”。</translation>
    </message>
    <message>
        <source>There is no role &quot;%1&quot;.</source>
        <translation>没有角色“%1”。</translation>
    </message>
    <message>
        <source>There is no scoring table &quot;%1&quot;.</source>
        <translation>没有评分表“%1”。</translation>
    </message>
    <message>
        <source>There is no segment &quot;%1&quot;.</source>
        <translation>没有客群“%1”。</translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;.</source>
        <translation>没有设置项“%1”。</translation>
    </message>
    <message>
        <source>There is no table &quot;%1&quot;.</source>
        <translation>没有表“%1”。</translation>
    </message>
    <message>
        <source>There is no table or event &quot;%1&quot;.</source>
        <translation>没有表或事件“%1”。</translation>
    </message>
    <message>
        <source>There is no task &quot;%1&quot;.</source>
        <translation>没有任务“%1”。</translation>
    </message>
    <message>
        <source>There is no view &quot;%1&quot;.</source>
        <translation>没有视图“%1”。</translation>
    </message>
    <message>
        <source>There is no workflow &quot;%1&quot;.</source>
        <translation>没有工作流“%1”。</translation>
    </message>
    <message>
        <source>There is such a record already: %1.</source>
        <translation>已有这样的记录：%1。</translation>
    </message>
    <message>
        <source>These workflows may start each other for ever: %1.</source>
        <translation>这些工作流可能会无休止地相互启动：%1。</translation>
    </message>
    <message>
        <source>This app has no table &quot;%1&quot;.</source>
        <translation>此应用没有表“%1”。</translation>
    </message>
    <message>
        <source>This condition also changes as time passes; it is tested again only when the record changes or something happens to it.</source>
        <translation>此条件还会随时间变化；只有在记录变更或发生相关事件时才会重新判断。</translation>
    </message>
    <message>
        <source>This criterion can never be awarded.</source>
        <translation>此评分项永远无法得分。</translation>
    </message>
    <message>
        <source>This criterion gives no points and no stage.</source>
        <translation>此评分项既没有分值，也没有阶段。</translation>
    </message>
    <message>
        <source>This figure would have to look at more than 5 million rows one by one.</source>
        <translation>此指标需要逐行查看超过 500 万行。</translation>
    </message>
    <message>
        <source>This filter cannot be evaluated by the store.</source>
        <translation>数据库无法计算此筛选。</translation>
    </message>
    <message>
        <source>This funnel has no steps.</source>
        <translation>此漏斗没有步骤。</translation>
    </message>
    <message>
        <source>This is no figure over records.</source>
        <translation>这不是基于记录的指标。</translation>
    </message>
    <message>
        <source>This looks like a password or key.</source>
        <translation>这看起来像密码或密钥。</translation>
    </message>
    <message>
        <source>This page belongs to another list.</source>
        <translation>此页属于另一个列表。</translation>
    </message>
    <message>
        <source>This step is never reached: the one before ends the run.</source>
        <translation>此步骤永远不会执行：前一步骤已结束流程。</translation>
    </message>
    <message>
        <source>This stop condition says nothing.</source>
        <translation>此停止条件没有内容。</translation>
    </message>
    <message>
        <source>This tile says no value to show.</source>
        <translation>此图表没有说明要显示的值。</translation>
    </message>
    <message>
        <source>Totals below the first band have no band.</source>
        <translation>低于第一个等级的总分没有对应的等级。</translation>
    </message>
    <message>
        <source>Two columns go to field &quot;%1&quot;.</source>
        <translation>有两列对应到字段“%1”。</translation>
    </message>
    <message>
        <source>Unknown key &quot;%1&quot;.</source>
        <translation>未知的键“%1”。</translation>
    </message>
    <message>
        <source>Use a small letter first, then small letters, digits and &quot;_&quot;, at most 40 in all, and no word of the formula language.</source>
        <translation>请以小写字母开头，后接小写字母、数字和“_”，总共不超过 40 个字符，且不能是公式语言的保留字。</translation>
    </message>
    <message>
        <source>Use lower-case letters, digits and _, beginning with a letter, and no word of the expression language.</source>
        <translation>请使用小写字母、数字和 _，以字母开头，且不能是表达式语言的保留字。</translation>
    </message>
    <message>
        <source>Use lower-case letters, digits and _, beginning with a letter, at most 40.</source>
        <translation>请使用小写字母、数字和 _，以字母开头，不超过 40 个字符。</translation>
    </message>
    <message>
        <source>Use the stage named under &quot;fading:&quot;.</source>
        <translation>请使用“fading:”中指定的阶段。</translation>
    </message>
    <message>
        <source>Use utf-8 or gb18030.</source>
        <translation>请使用 utf-8 或 gb18030。</translation>
    </message>
    <message>
        <source>Without a limit this step may wait for ever.</source>
        <translation>没有时限，此步骤可能会一直等待。</translation>
    </message>
    <message>
        <source>Workflow &quot;%1&quot; was paused: it started more than %2 times within a minute for the same record.</source>
        <translation>工作流“%1”已暂停：一分钟内因同一条记录启动超过 %2 次。</translation>
    </message>
    <message>
        <source>Workflow &quot;%1&quot; was paused: one change led to more than %2 runs.</source>
        <translation>工作流“%1”已暂停：一次更改引发了超过 %2 个流程实例。</translation>
    </message>
    <message>
        <source>Workflow &quot;%1&quot; was paused: workflows started each other %2 times in a row.</source>
        <translation>工作流“%1”已暂停：工作流连续相互启动了 %2 次。</translation>
    </message>
    <message>
        <source>Write ${secret:name} and keep the value in the store&apos;s secrets; change the value if it has been shared.</source>
        <translation>请写 ${secret:name}，并将值保存在数据库的密钥中；如果该值曾被分享，请更换。</translation>
    </message>
    <message>
        <source>Write P30D for 30 days, PT2H for two hours, PT30M for 30 minutes.</source>
        <translation>请写 P30D 表示 30 天，PT2H 表示 2 小时，PT30M 表示 30 分钟。</translation>
    </message>
    <message>
        <source>Write PT2H for two hours, P1D for a day.</source>
        <translation>请写 PT2H 表示 2 小时，P1D 表示 1 天。</translation>
    </message>
    <message>
        <source>Write [a, b].</source>
        <translation>请写 [a, b]。</translation>
    </message>
    <message>
        <source>Write &quot;2026-01-05T09:00:00+08:00&quot;.</source>
        <translation>请写 &quot;2026-01-05T09:00:00+08:00&quot;。</translation>
    </message>
    <message>
        <source>Write &quot;for: %1&quot; into the message, or choose another.</source>
        <translation>请在消息中写“for: %1”，或选择其他消息。</translation>
    </message>
    <message>
        <source>Write &quot;format: %1&quot;.</source>
        <translation>请写“format: %1”。</translation>
    </message>
    <message>
        <source>Write &quot;person: true&quot; and &quot;identity:&quot; into the table of customers.</source>
        <translation>请在客户表中写“person: true”和“identity:”。</translation>
    </message>
    <message>
        <source>Write a date in quotes: &quot;2026-01-05&quot;.</source>
        <translation>请写带引号的日期：&quot;2026-01-05&quot;。</translation>
    </message>
    <message>
        <source>Write a number from %1 to %2.</source>
        <translation>请填写 %1 到 %2 之间的数字。</translation>
    </message>
    <message>
        <source>Write a number of at least %1.</source>
        <translation>请填写不小于 %1 的数字。</translation>
    </message>
    <message>
        <source>Write a single value.</source>
        <translation>请填写单个值。</translation>
    </message>
    <message>
        <source>Write a text, or {en: …, zh: …}.</source>
        <translation>请填写文本，或 {en: …, zh: …}。</translation>
    </message>
    <message>
        <source>Write a time in quotes: &quot;09:00:00&quot;.</source>
        <translation>请写带引号的时间：&quot;09:00:00&quot;。</translation>
    </message>
    <message>
        <source>Write a zone such as Asia/Shanghai.</source>
        <translation>请填写时区，例如 Asia/Shanghai。</translation>
    </message>
    <message>
        <source>Write an instant with its offset: &quot;2026-01-05T09:00:00+08:00&quot;.</source>
        <translation>请写带时差的时刻：&quot;2026-01-05T09:00:00+08:00&quot;。</translation>
    </message>
    <message>
        <source>Write count(), sum(field), avg(field), min(field), max(field), median(field) or count_distinct(field), or arithmetic between them.</source>
        <translation>请写 count()、sum(field)、avg(field)、min(field)、max(field)、median(field) 或 count_distinct(field)，或它们之间的四则运算。</translation>
    </message>
    <message>
        <source>Write digits, without quotes or units.</source>
        <translation>请填写数字，不带引号或单位。</translation>
    </message>
    <message>
        <source>Write digits: 12.50.</source>
        <translation>请填写数字：12.50。</translation>
    </message>
    <message>
        <source>Write each element on a line of its own behind &quot;- &quot;.</source>
        <translation>请将每个元素单独写一行，放在“- ”之后。</translation>
    </message>
    <message>
        <source>Write hours and minutes in quotes: &quot;09:00&quot;.</source>
        <translation>请写带引号的时和分：&quot;09:00&quot;。</translation>
    </message>
    <message>
        <source>Write it in days and smaller units: PT2H30M or P3D.</source>
        <translation>请用天及更小的单位书写：PT2H30M 或 P3D。</translation>
    </message>
    <message>
        <source>Write it in quotes, with &quot;=&quot; first.</source>
        <translation>请放入引号中，并以“=”开头。</translation>
    </message>
    <message>
        <source>Write one of: %1.</source>
        <translation>请填写以下之一：%1。</translation>
    </message>
    <message>
        <source>Write the value behind the colon.</source>
        <translation>请将值写在冒号之后。</translation>
    </message>
    <message>
        <source>Write three capital letters: CNY, EUR, USD.</source>
        <translation>请写三个大写字母：CNY、EUR、USD。</translation>
    </message>
    <message>
        <source>Write true or false, without quotes.</source>
        <translation>请写 true 或 false，不带引号。</translation>
    </message>
    <message>
        <source>Write {en: …, zh: …}.</source>
        <translation>请写 {en: …, zh: …}。</translation>
    </message>
    <message>
        <source>Write {field: value, …}.</source>
        <translation>请写 {field: value, …}。</translation>
    </message>
    <message>
        <source>Write {key: value, …}, or one key a line, indented.</source>
        <translation>请写 {key: value, …}，或每行一个键并缩进。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; already has a field &quot;%2&quot;.</source>
        <translation>“%1”已有字段“%2”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; cannot stand together.</source>
        <translation>“%1”和“%2”不能同时出现。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be an id.</source>
        <translation>“%1”不能作为标识。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be computed from the rows of this tile.</source>
        <translation>无法由此图表的行计算“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be sorted by &quot;%2&quot;.</source>
        <translation>“%1”不能按“%2”排序。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; finds record %2, but &quot;%3&quot; finds record %4.</source>
        <translation>“%1”找到记录 %2，而“%3”找到记录 %4。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no meaning here: it belongs to %2: %3.</source>
        <translation>“%1”在此处没有意义：它属于 %2：%3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no meaning without &quot;%2&quot;.</source>
        <translation>没有“%2”时，“%1”没有意义。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a word of the expression language or a system column.</source>
        <translation>“%1”是表达式语言的保留字或系统列。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is already the table of persons.</source>
        <translation>“%1”已是人员表。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is an expression and must begin with &quot;=&quot;.</source>
        <translation>“%1”是表达式，必须以“=”开头。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is computed and cannot be set.</source>
        <translation>“%1”是计算得出的，不能设置。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no e-mail address.</source>
        <translation>“%1”不是邮箱地址。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no field and no table.</source>
        <translation>“%1”既不是字段也不是表。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no id.</source>
        <translation>“%1”不是有效的标识。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no language with a text.</source>
        <translation>“%1”不是文本可用的语言。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for the other side of a relation.</source>
        <translation>“%1”不能作为关联另一端的名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no option of &quot;%2&quot;.</source>
        <translation>“%1”不是“%2”的选项。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no possible value of &quot;%2&quot;.</source>
        <translation>“%1”不是“%2”的可用值。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no valid value of &quot;%2&quot;.</source>
        <translation>“%1”不是“%2”的有效值。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for &quot;%2&quot; (%3).</source>
        <translation>“%1”不是“%2”的值（%3）。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is nothing that was deleted.</source>
        <translation>“%1”不是已删除的内容。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of something every app has.</source>
        <translation>“%1”是每个应用自带内容的名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads to no stored value of &quot;%2&quot;.</source>
        <translation>“%1”未指向“%2”的存储值。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads to no stored value of the person.</source>
        <translation>“%1”未指向人员的存储值。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list.</source>
        <translation>“%1”必须是列表。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a number.</source>
        <translation>“%1”必须是数字。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a single value.</source>
        <translation>“%1”必须是单个值。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text.</source>
        <translation>“%1”必须是文本。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number.</source>
        <translation>“%1”必须是整数。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true or false.</source>
        <translation>“%1”必须是 true 或 false。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must hold keys.</source>
        <translation>“%1”必须包含键。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names nothing.</source>
        <translation>“%1”没有指向任何内容。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs exactly one relation to &quot;%2&quot;.</source>
        <translation>“%1”需要恰好一个到“%2”的关联。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of the person is empty or cannot be read.</source>
        <translation>人员的“%1”为空或无法读取。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes a list of options.</source>
        <translation>“%1”接受选项列表。</translation>
    </message>
    <message>
        <source>&quot;every&quot; needs to know by which time.</source>
        <translation>使用“every”时，需要指明以哪个时间为准。</translation>
    </message>
    <message>
        <source>&quot;timeout&quot; never happens without a limit.</source>
        <translation>没有时限，“timeout”永远不会发生。</translation>
    </message>
    <message>
        <source>… and %1 more; --errors FILE keeps all of them.</source>
        <translation>……另有 %1 个；--errors FILE 可保留全部。</translation>
    </message>
    <message>
        <source>Check that the disk has room.</source>
        <translation>请检查磁盘空间是否足够。</translation>
    </message>
    <message>
        <source>Compare now() or today() with a field plus or minus a duration: made &lt; today() - @&quot;P30D&quot;.</source>
        <translation>请用 now() 或 today() 与“字段加减时长”比较：made &lt; today() - @&quot;P30D&quot;。</translation>
    </message>
    <message>
        <source>For an exact moment write now() or today() into the condition of a segment itself, and let a trigger &quot;enters&quot; it.</source>
        <translation>若需准确的时刻，请把 now() 或 today() 直接写进客群的条件，再用“进入”触发器。</translation>
    </message>
    <message>
        <source>Nobody can foresee when time changes this condition.</source>
        <translation>无法预知时间何时会改变此条件。</translation>
    </message>
    <message>
        <source>The scratch folder %1 cannot be written.</source>
        <translation>无法写入临时文件夹 %1。</translation>
    </message>
    <message>
        <source>One item of the list is empty. (In the studio dialect SUM, AVERAGE, MIN and MAX skip empty ones.)</source>
        <translation>列表中有一项为空。（在设计器方言中，SUM、AVERAGE、MIN 和 MAX 会跳过空值。）</translation>
    </message>
    <message>
        <source>%1 is not among the allowed values of %2.</source>
        <translation>%1 不在 %2 的允许值之中。</translation>
    </message>
    <message>
        <source>%1 takes %2 arguments, not %3.</source>
        <translation>%1 需要 %2 个参数，而不是 %3 个。</translation>
    </message>
    <message>
        <source>An expression is missing here.</source>
        <translation>此处缺少表达式。</translation>
    </message>
    <message>
        <source>Define it as an item definition, or use a type of FEEL.</source>
        <translation>请定义该类型，或使用 FEEL 的类型。</translation>
    </message>
    <message>
        <source>Give the file of that model too.</source>
        <translation>请同时提供该模型的文件。</translation>
    </message>
    <message>
        <source>Name another base type.</source>
        <translation>请指定其他基础类型。</translation>
    </message>
    <message>
        <source>Refer to an element of this model or of an imported one.</source>
        <translation>请引用本模型或导入模型中的元素。</translation>
    </message>
    <message>
        <source>Remove one of the requirements that lead round.</source>
        <translation>请去掉形成循环的某个依赖。</translation>
    </message>
    <message>
        <source>The condition of the filter cannot be read.</source>
        <translation>筛选条件无法读取。</translation>
    </message>
    <message>
        <source>The decision &quot;%1&quot; has no logic.</source>
        <translation>决策“%1”没有逻辑。</translation>
    </message>
    <message>
        <source>The decision &quot;%1&quot; requires itself.</source>
        <translation>决策“%1”依赖于自身。</translation>
    </message>
    <message>
        <source>The decision table has mistakes.</source>
        <translation>决策表有错误。</translation>
    </message>
    <message>
        <source>The function is written in %1; functions outside of FEEL are not called.</source>
        <translation>该函数用 %1 编写；不会调用 FEEL 以外的函数。</translation>
    </message>
    <message>
        <source>The imported model &quot;%1&quot; is not here.</source>
        <translation>找不到导入的模型“%1”。</translation>
    </message>
    <message>
        <source>The input &quot;%1&quot; is not given.</source>
        <translation>没有给出输入“%1”。</translation>
    </message>
    <message>
        <source>The invocation cannot be read.</source>
        <translation>调用无法读取。</translation>
    </message>
    <message>
        <source>The reference &quot;%1&quot; leads nowhere.</source>
        <translation>引用“%1”没有指向任何元素。</translation>
    </message>
    <message>
        <source>The type &quot;%1&quot; is defined by itself.</source>
        <translation>类型“%1”以自身定义。</translation>
    </message>
    <message>
        <source>There is no decision &quot;%1&quot;.</source>
        <translation>没有决策“%1”。</translation>
    </message>
    <message>
        <source>There is no type &quot;%1&quot;.</source>
        <translation>没有类型“%1”。</translation>
    </message>
    <message>
        <source>Write one, or null.</source>
        <translation>请写一个表达式，或写 null。</translation>
    </message>
    <message>
        <source>Write the function in FEEL.</source>
        <translation>请用 FEEL 编写该函数。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no logic.</source>
        <translation>“%1”没有逻辑。</translation>
    </message>
    <message>
        <source> (%1 min late)</source>
        <translation>（晚 %1 分钟）</translation>
    </message>
    <message>
        <source>%1 runs of &quot;%2&quot; are about to begin (definition %3).</source>
        <translation>“%2”有 %1 个实例即将开始（定义 %3）。</translation>
    </message>
    <message>
        <source>%1 runs of &quot;%2&quot; are at the step &quot;%3&quot; (definition %4).</source>
        <translation>“%2”有 %1 个实例停在步骤“%3”（定义 %4）。</translation>
    </message>
    <message>
        <source>%1 runs stand at &quot;%2&quot;, which the new definition does not have.</source>
        <translation>有 %1 个实例停在“%2”，新定义中没有该步骤。</translation>
    </message>
    <message>
        <source>--runs is one of keep, move, stop; not &quot;%1&quot;.</source>
        <translation>--runs 只能是 keep、move 或 stop，不能是“%1”。</translation>
    </message>
    <message>
        <source>A message does not go through an HTTP service.</source>
        <translation>消息不能通过 HTTP 服务发送。</translation>
    </message>
    <message>
        <source>A workflow cannot wait for its own end to start.</source>
        <translation>流程不能以自身的结束来启动。</translation>
    </message>
    <message>
        <source>Add &quot;add:&quot; or &quot;remove:&quot;.</source>
        <translation>请添加“add:”或“remove:”。</translation>
    </message>
    <message>
        <source>Add &quot;calendar:&quot;.</source>
        <translation>请添加“calendar:”。</translation>
    </message>
    <message>
        <source>Add &quot;field:&quot; here, or &quot;owner:&quot; to the table.</source>
        <translation>请在此添加“field:”，或在数据表中添加“owner:”。</translation>
    </message>
    <message>
        <source>An HTTP call goes through a connector of type &quot;http&quot;.</source>
        <translation>HTTP 调用须使用“http”类型的渠道。</translation>
    </message>
    <message>
        <source>As many runs as are allowed are under way for this record.</source>
        <translation>该记录的并行实例已达上限。</translation>
    </message>
    <message>
        <source>Assigned to %1.</source>
        <translation>已分配给 %1。</translation>
    </message>
    <message>
        <source>Called &quot;%1&quot;: %2.</source>
        <translation>调用了“%1”：%2。</translation>
    </message>
    <message>
        <source>Changed %1.</source>
        <translation>修改了 %1。</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>请检查地址。</translation>
    </message>
    <message>
        <source>Check the names.</source>
        <translation>请检查名称。</translation>
    </message>
    <message>
        <source>Choose a trigger by condition, segment, score or silence.</source>
        <translation>请选择按条件、客群、评分或沉默触发的触发器。</translation>
    </message>
    <message>
        <source>Choose one about &quot;%1&quot;.</source>
        <translation>请选择针对“%1”的。</translation>
    </message>
    <message>
        <source>Choose or make such a connector.</source>
        <translation>请选择或新建这样的渠道。</translation>
    </message>
    <message>
        <source>Could not start the workflow &quot;%1&quot;: %2</source>
        <translation>无法启动流程“%1”：%2</translation>
    </message>
    <message>
        <source>Edited by %1.</source>
        <translation>由 %1 修改。</translation>
    </message>
    <message>
        <source>Ended: %1.</source>
        <translation>已结束：%1。</translation>
    </message>
    <message>
        <source>Entered by &quot;%1&quot;%2.</source>
        <translation>由“%1”触发进入%2。</translation>
    </message>
    <message>
        <source>Exchange the two dates.</source>
        <translation>请交换两个日期。</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Found %1 records of &quot;%2&quot;.</source>
        <translation>找到“%2”的 %1 条记录。</translation>
    </message>
    <message>
        <source>Give at least one day its open times.</source>
        <translation>请至少为一天设置营业时段。</translation>
    </message>
    <message>
        <source>Give it open times, publish, and carry the run on.</source>
        <translation>请设置营业时段并发布，然后继续该实例。</translation>
    </message>
    <message>
        <source>Give one of event, create, update, delete, consent, complete, link, webhook.</source>
        <translation>请给出 event、create、update、delete、consent、complete、link、webhook 之一。</translation>
    </message>
    <message>
        <source>Goes on: %1%2.</source>
        <translation>继续：%1%2。</translation>
    </message>
    <message>
        <source>Goes over %1 records of &quot;%2&quot;.</source>
        <translation>逐条处理“%2”的 %1 条记录。</translation>
    </message>
    <message>
        <source>Held back in quiet hours.</source>
        <translation>因免打扰时段而推迟。</translation>
    </message>
    <message>
        <source>Incident %1: %2.</source>
        <translation>异常 %1：%2。</translation>
    </message>
    <message>
        <source>It is not clear which records are updated.</source>
        <translation>未说明更新哪些记录。</translation>
    </message>
    <message>
        <source>It was too late to send it.</source>
        <translation>发送时机已过。</translation>
    </message>
    <message>
        <source>Its turn in the queue has come.</source>
        <translation>排队轮到了它。</translation>
    </message>
    <message>
        <source>Jump to the loop itself.</source>
        <translation>请跳转到循环本身。</translation>
    </message>
    <message>
        <source>Let its loops go over fewer records, then carry the run on.</source>
        <translation>请减少循环处理的记录数，然后继续该实例。</translation>
    </message>
    <message>
        <source>Look at the step; then let the run try again, skip it or cancel the run.</source>
        <translation>请检查该步骤，然后重试、跳过或取消该实例。</translation>
    </message>
    <message>
        <source>Made a record of &quot;%1&quot;.</source>
        <translation>新建了一条“%1”记录。</translation>
    </message>
    <message>
        <source>Made a task for %1.</source>
        <translation>为 %1 建立了任务。</translation>
    </message>
    <message>
        <source>Moved from definition %1 to %2.</source>
        <translation>已从定义 %1 迁移到 %2。</translation>
    </message>
    <message>
        <source>Name a step of the definition the run began on.</source>
        <translation>请填写该实例所用定义中的步骤。</translation>
    </message>
    <message>
        <source>Name another user in the step or the record, then carry the run on.</source>
        <translation>请在步骤或记录中换一位用户，然后继续该实例。</translation>
    </message>
    <message>
        <source>Name another workflow, or let its steps go on.</source>
        <translation>请选择另一个流程，或让其步骤继续。</translation>
    </message>
    <message>
        <source>No branch was true.</source>
        <translation>没有成立的分支。</translation>
    </message>
    <message>
        <source>No message: the record is in &quot;%1&quot;.</source>
        <translation>未发消息：记录属于“%1”。</translation>
    </message>
    <message>
        <source>Noted: %1.</source>
        <translation>记录：%1。</translation>
    </message>
    <message>
        <source>Off %1 h %2 min: %3 timers ran late, %4 messages expired.</source>
        <translation>停机 %1 小时 %2 分：%3 个定时器延迟执行，%4 条消息过期。</translation>
    </message>
    <message>
        <source>Reached its goal: %1.</source>
        <translation>达成目标：%1。</translation>
    </message>
    <message>
        <source>Refresh the list: it may be over.</source>
        <translation>请刷新列表：它可能已结束。</translation>
    </message>
    <message>
        <source>Refresh the list: somebody else may have acted.</source>
        <translation>请刷新列表：可能已有人处理。</translation>
    </message>
    <message>
        <source>Refresh the page: the app may have changed.</source>
        <translation>请刷新页面：应用可能已变更。</translation>
    </message>
    <message>
        <source>Say either &quot;where:&quot; or &quot;record:&quot;.</source>
        <translation>请填写“where:”或“record:”之一。</translation>
    </message>
    <message>
        <source>Say where they go on (%1=STEP or %1=end), keep them, or stop them.</source>
        <translation>请说明它们从哪里继续（%1=步骤 或 %1=end），或保留、终止它们。</translation>
    </message>
    <message>
        <source>Send less, or in parts.</source>
        <translation>请减少内容或分批发送。</translation>
    </message>
    <message>
        <source>Set the clock right, or confirm that it is right now.</source>
        <translation>请校正时钟，或确认现在的时间正确。</translation>
    </message>
    <message>
        <source>Started the workflow &quot;%1&quot;.</source>
        <translation>启动了流程“%1”。</translation>
    </message>
    <message>
        <source>Stopped: %1.</source>
        <translation>已终止：%1。</translation>
    </message>
    <message>
        <source>Tags changed: %1.</source>
        <translation>标签已变更：%1。</translation>
    </message>
    <message>
        <source>That cannot be done with &quot;%1&quot; as it stands.</source>
        <translation>“%1”当前状态下不能这样操作。</translation>
    </message>
    <message>
        <source>The body is larger than 64 KiB.</source>
        <translation>内容超过 64 KiB。</translation>
    </message>
    <message>
        <source>The calendar &quot;%1&quot; has no open time within two years.</source>
        <translation>日历“%1”两年内没有营业时段。</translation>
    </message>
    <message>
        <source>The calendar &quot;%1&quot; no longer exists.</source>
        <translation>日历“%1”已不存在。</translation>
    </message>
    <message>
        <source>The calendar has changed: waits until %1.</source>
        <translation>日历已变更：等到 %1。</translation>
    </message>
    <message>
        <source>The channel is busy; it waits its turn.</source>
        <translation>渠道繁忙，排队等候。</translation>
    </message>
    <message>
        <source>The clock jumped forward by %1 hours. Timers that this made due are held until %2.</source>
        <translation>时钟向前跳了 %1 小时，因此到期的定时器暂缓到 %2。</translation>
    </message>
    <message>
        <source>The condition is not met.</source>
        <translation>条件不成立。</translation>
    </message>
    <message>
        <source>The holiday ends before it begins.</source>
        <translation>假期的结束早于开始。</translation>
    </message>
    <message>
        <source>The key that says what may have one run is empty.</source>
        <translation>去重键为空。</translation>
    </message>
    <message>
        <source>The path does not belong to the service&apos;s address.</source>
        <translation>路径不属于该服务的地址。</translation>
    </message>
    <message>
        <source>The program ended twice in the middle of this step.</source>
        <translation>程序两次在执行该步骤时中断。</translation>
    </message>
    <message>
        <source>The queue of this record is full.</source>
        <translation>该记录的队列已满。</translation>
    </message>
    <message>
        <source>The recipient has had as many messages as are allowed.</source>
        <translation>该收件人的消息已达上限。</translation>
    </message>
    <message>
        <source>The record entered not long ago and is in its cool-down.</source>
        <translation>该记录不久前进入过，仍在冷却期。</translation>
    </message>
    <message>
        <source>The record has been through this workflow, which it may enter only once.</source>
        <translation>该记录已走过此流程，只能进入一次。</translation>
    </message>
    <message>
        <source>The record is in the segment that the workflow leaves out.</source>
        <translation>该记录属于流程排除的客群。</translation>
    </message>
    <message>
        <source>The run did more than %1 steps without a wait.</source>
        <translation>该实例未等待便执行了超过 %1 个步骤。</translation>
    </message>
    <message>
        <source>The step &quot;%1&quot; is inside a loop that the run is not in.</source>
        <translation>步骤“%1”位于该实例不在其中的循环内。</translation>
    </message>
    <message>
        <source>The table &quot;%1&quot; does not say which field is its owner.</source>
        <translation>数据表“%1”未指定负责人字段。</translation>
    </message>
    <message>
        <source>The task was done by %1.</source>
        <translation>任务由 %1 完成。</translation>
    </message>
    <message>
        <source>The wait until %1 had passed.</source>
        <translation>等待时间 %1 已过。</translation>
    </message>
    <message>
        <source>The workflow &quot;%1&quot; no longer exists.</source>
        <translation>流程“%1”已不存在。</translation>
    </message>
    <message>
        <source>The workflow has no step &quot;%1&quot;.</source>
        <translation>流程没有步骤“%1”。</translation>
    </message>
    <message>
        <source>The workflow is already running for this record.</source>
        <translation>该记录的流程正在进行中。</translation>
    </message>
    <message>
        <source>The workflow is paused because of an incident.</source>
        <translation>流程因异常而暂停。</translation>
    </message>
    <message>
        <source>The workflow is switched off.</source>
        <translation>流程已停用。</translation>
    </message>
    <message>
        <source>The workflow was paused because it went round in circles.</source>
        <translation>流程因循环触发而暂停。</translation>
    </message>
    <message>
        <source>There is no calendar &quot;%1&quot;.</source>
        <translation>没有日历“%1”。</translation>
    </message>
    <message>
        <source>There is no such button on this record.</source>
        <translation>该记录没有这个按钮。</translation>
    </message>
    <message>
        <source>There is no such webhook.</source>
        <translation>没有这个 Webhook。</translation>
    </message>
    <message>
        <source>There is no trigger &quot;%2&quot; of a workflow &quot;%1&quot;.</source>
        <translation>流程“%1”没有触发器“%2”。</translation>
    </message>
    <message>
        <source>There is no user &quot;%1&quot;.</source>
        <translation>没有用户“%1”。</translation>
    </message>
    <message>
        <source>There is nothing called &quot;%1&quot; to be settled.</source>
        <translation>没有名为“%1”的待处理项。</translation>
    </message>
    <message>
        <source>This calendar is never open.</source>
        <translation>该日历从不营业。</translation>
    </message>
    <message>
        <source>This step neither adds nor removes anything.</source>
        <translation>该步骤既不添加也不移除。</translation>
    </message>
    <message>
        <source>This trigger waits for something that happens; no record matches it as it stands.</source>
        <translation>该触发器等待事件发生，无法按现状匹配记录。</translation>
    </message>
    <message>
        <source>Took the branch &quot;%1&quot;.</source>
        <translation>走了分支“%1”。</translation>
    </message>
    <message>
        <source>Try again when that has changed.</source>
        <translation>情况变化后再试。</translation>
    </message>
    <message>
        <source>Updated %1 of %2 records of &quot;%3&quot;.</source>
        <translation>更新了“%3”的 %1/%2 条记录。</translation>
    </message>
    <message>
        <source>Use an &quot;http&quot; step, or a connector of type &quot;webhook&quot;.</source>
        <translation>请使用“http”步骤，或“webhook”类型的渠道。</translation>
    </message>
    <message>
        <source>Waits until %1 at most.</source>
        <translation>最多等到 %1。</translation>
    </message>
    <message>
        <source>Waits.</source>
        <translation>等待中。</translation>
    </message>
    <message>
        <source>Went on along several branches: %1.</source>
        <translation>沿多个分支继续：%1。</translation>
    </message>
    <message>
        <source>What it was to wait for was there already.</source>
        <translation>要等的条件已经成立。</translation>
    </message>
    <message>
        <source>Working time is counted by a calendar.</source>
        <translation>工作时间须按日历计算。</translation>
    </message>
    <message>
        <source>Write a date: 2026-10-01.</source>
        <translation>请填写日期：2026-10-01。</translation>
    </message>
    <message>
        <source>Write such as &quot;09:00-12:00&quot;, one after the other.</source>
        <translation>请按先后填写，如“09:00-12:00”。</translation>
    </message>
    <message>
        <source>Wrote a message through &quot;%1&quot; to %2 (%3).</source>
        <translation>通过“%1”向 %2 写了消息（%3）。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; begins before the open time above it ends.</source>
        <translation>“%1”在上一时段结束前开始。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is about records of &quot;%2&quot;, the workflow about &quot;%3&quot;.</source>
        <translation>“%1”针对“%2”的记录，流程针对“%3”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no open time.</source>
        <translation>“%1”不是营业时段。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no option of the field.</source>
        <translation>“%1”不是该字段的选项。</translation>
    </message>
    <message>
        <source>a person cancelled it</source>
        <translation>被人取消</translation>
    </message>
    <message>
        <source>all steps are done</source>
        <translation>所有步骤已完成</translation>
    </message>
    <message>
        <source>another address for a message</source>
        <translation>消息的另一地址</translation>
    </message>
    <message>
        <source>another definition was published</source>
        <translation>发布了另一定义</translation>
    </message>
    <message>
        <source>ended ones too</source>
        <translation>包括已结束的</translation>
    </message>
    <message>
        <source>goal &quot;%1&quot;</source>
        <translation>目标“%1”</translation>
    </message>
    <message>
        <source>it began anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>lists the workflows under way</source>
        <translation>列出进行中的流程</translation>
    </message>
    <message>
        <source>lists what stands still, or settles it</source>
        <translation>列出或处理停滞的项目</translation>
    </message>
    <message>
        <source>only incidents of this code</source>
        <translation>只列该代码的异常</translation>
    </message>
    <message>
        <source>only incidents of this workflow</source>
        <translation>只列该流程的异常</translation>
    </message>
    <message>
        <source>only those of this record</source>
        <translation>只列该记录的</translation>
    </message>
    <message>
        <source>retry, skip, jump or cancel the run; retry, skip or sent for a message</source>
        <translation>实例：retry、skip、jump 或 cancel；消息：retry、skip 或 sent</translation>
    </message>
    <message>
        <source>stop condition &quot;%1&quot;</source>
        <translation>终止条件“%1”</translation>
    </message>
    <message>
        <source>tells what a run did and why</source>
        <translation>说明一个实例做了什么、为什么</translation>
    </message>
    <message>
        <source>tells what was made up for after the machine was off</source>
        <translation>说明停机后补做了什么</translation>
    </message>
    <message>
        <source>tells why a workflow did not start</source>
        <translation>说明流程为何没有启动</translation>
    </message>
    <message>
        <source>the record was deleted</source>
        <translation>记录已删除</translation>
    </message>
    <message>
        <source>the run it belongs to has ended</source>
        <translation>所属实例已结束</translation>
    </message>
    <message>
        <source>the run it belongs to went on elsewhere</source>
        <translation>所属实例已转到别处</translation>
    </message>
    <message>
        <source>the step &quot;%1&quot; ends it</source>
        <translation>步骤“%1”将其结束</translation>
    </message>
    <message>
        <source>what becomes of workflows under way: keep (default), move or stop</source>
        <translation>进行中的流程如何处理：keep（默认）、move 或 stop</translation>
    </message>
    <message>
        <source>where runs of a vanished step go on; may be repeated</source>
        <translation>已消失步骤的实例从哪里继续，可重复</translation>
    </message>
    <message>
        <source>where to jump to</source>
        <translation>跳转到哪里</translation>
    </message>
    <message>
        <source>button pressed</source>
        <translation>按钮已按下</translation>
    </message>
    <message>
        <source>records enrolled</source>
        <translation>记录已加入流程</translation>
    </message>
    <message>
        <source>run handled</source>
        <translation>流程实例已处理</translation>
    </message>
    <message>
        <source>webhook received</source>
        <translation>收到 Webhook</translation>
    </message>
    <message>
        <source>Divide the model into several.</source>
        <translation>请将模型拆分为多个。</translation>
    </message>
    <message>
        <source>Export it from your tool as DMN 1.5.</source>
        <translation>请从您的工具中导出为 DMN 1.5。</translation>
    </message>
    <message>
        <source>Mend it with an XML editor, or export it again.</source>
        <translation>请用 XML 编辑器修复，或重新导出。</translation>
    </message>
    <message>
        <source>Remove it: files of DMN have none, and what it refers to is not read.</source>
        <translation>请将其删除：DMN 文件没有文档类型，其引用的内容不会被读取。</translation>
    </message>
    <message>
        <source>The expression is written in &quot;%1&quot;, not in FEEL.</source>
        <translation>表达式用“%1”编写，而不是 FEEL。</translation>
    </message>
    <message>
        <source>The file declares a document type.</source>
        <translation>文件声明了文档类型（DOCTYPE）。</translation>
    </message>
    <message>
        <source>The file is not well-formed XML: %1</source>
        <translation>文件不是格式正确的 XML：%1</translation>
    </message>
    <message>
        <source>The file is too large or nested too deeply.</source>
        <translation>文件过大或嵌套过深。</translation>
    </message>
    <message>
        <source>The hit policy &quot;%1&quot; is not known.</source>
        <translation>未知的命中策略“%1”。</translation>
    </message>
    <message>
        <source>This is no decision model of DMN 1.1 to 1.5.</source>
        <translation>这不是 DMN 1.1 至 1.5 的决策模型。</translation>
    </message>
    <message>
        <source>Use one of those of DMN 1.5.</source>
        <translation>请使用 DMN 1.5 中的命中策略。</translation>
    </message>
    <message>
        <source>Values imported from another file are not read.</source>
        <translation>不会读取从其他文件导入的值。</translation>
    </message>
    <message>
        <source>Write it in FEEL.</source>
        <translation>请用 FEEL 编写。</translation>
    </message>
    <message>
        <source>Write the values here.</source>
        <translation>请在此处写出这些值。</translation>
    </message>
    <message>
        <source>%1 decisions written to %2.</source>
        <translation>已将 %1 个决策写入 %2。</translation>
    </message>
    <message>
        <source>--input is no JSON object: %1.</source>
        <translation>--input 不是 JSON 对象：%1。</translation>
    </message>
    <message>
        <source>Give a file, or a folder with files that end in .dmn.</source>
        <translation>请给出文件，或包含 .dmn 文件的文件夹。</translation>
    </message>
    <message>
        <source>There is no file of DMN in &quot;%1&quot;.</source>
        <translation>“%1”中没有 DMN 文件。</translation>
    </message>
    <message>
        <source>Write for example {&quot;Age&quot;: 18}.</source>
        <translation>例如写成 {&quot;Age&quot;: 18}。</translation>
    </message>
    <message>
        <source>also show the decisions on the way</source>
        <translation>同时显示途经的决策</translation>
    </message>
    <message>
        <source>formwright decide FILE lists the decisions.</source>
        <translation>用 formwright decide FILE 可列出决策。</translation>
    </message>
    <message>
        <source>the decision or decision service to evaluate; without it all are listed</source>
        <translation>要计算的决策或决策服务；不给出则列出全部</translation>
    </message>
    <message>
        <source>the inputs as a JSON object</source>
        <translation>输入（JSON 对象）</translation>
    </message>
    <message>
        <source>with --jsonl: decision models as JSON, one a line, that requests may name</source>
        <translation>与 --jsonl 一起使用：可供请求引用的决策模型（JSON，每行一个）</translation>
    </message>
    <message>
        <source>write the model as a file of DMN 1.5 instead</source>
        <translation>改为将模型写成 DMN 1.5 文件</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>是</translation>
    </message>
    <message>
        <source>%1 incidents are open.</source>
        <translation>有 %1 个未处理的异常。</translation>
    </message>
    <message>
        <source>%1 messages that were waiting then are held back: they may have gone out since.</source>
        <translation>备份当时有 %1 条消息在等待发送，现已暂扣：它们之后可能已经发出。</translation>
    </message>
    <message>
        <source>%1 messages were waiting when the backup of %2 was made. They may have gone out since and are held back.</source>
        <translation>在 %2 备份时有 %1 条消息等待发送。它们之后可能已经发出，现已暂扣。</translation>
    </message>
    <message>
        <source>%1 sealed rows, %2 not sealed yet, the values of %3 erased.</source>
        <translation>已封存 %1 行，尚未封存 %2 行，%3 行的值已擦除。</translation>
    </message>
    <message>
        <source>%1 things are damaged, the first: %2</source>
        <translation>有 %1 处损坏，第一处：%2</translation>
    </message>
    <message>
        <source>%1 timers and messages are more than an hour late.</source>
        <translation>有 %1 个定时任务和消息迟了一个多小时。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>(not visible to you)</source>
        <translation>（您无权查看）</translation>
    </message>
    <message>
        <source>A date stands in quotation marks behind &quot;@&quot;.</source>
        <translation>日期要写在“@”后面的引号里。</translation>
    </message>
    <message>
        <source>A date, time or duration behind &quot;@&quot; stands in quotation marks.</source>
        <translation>“@”后面的日期、时间或时长要加引号。</translation>
    </message>
    <message>
        <source>A disk of this computer (%1).</source>
        <translation>本机磁盘（%1）。</translation>
    </message>
    <message>
        <source>A function is called with parentheses behind its name.</source>
        <translation>调用函数要在函数名后面加括号。</translation>
    </message>
    <message>
        <source>A secret must not lie in the store.</source>
        <translation>密钥不得存放在数据库里。</translation>
    </message>
    <message>
        <source>Add the quotation marks.</source>
        <translation>加上引号。</translation>
    </message>
    <message>
        <source>An older form (%1): the next program that opens it brings it up to date.</source>
        <translation>结构较旧（%1）：下一个打开它的程序会将其更新。</translation>
    </message>
    <message>
        <source>App %1, version %2, %3 tables.</source>
        <translation>应用 %1，版本 %2，%3 张表。</translation>
    </message>
    <message>
        <source>Arguments and items are separated by a comma.</source>
        <translation>参数和列表项之间用逗号分隔。</translation>
    </message>
    <message>
        <source>Audit row %1 (position %2) is not the one that was noted outside the store.</source>
        <translation>审计行 %1（位置 %2）与数据库之外记下的不是同一行。</translation>
    </message>
    <message>
        <source>Audit row %1 (position %2) stands in another place; it belongs to position %3.</source>
        <translation>审计行 %1（位置 %2）被移动过；它属于位置 %3。</translation>
    </message>
    <message>
        <source>Audit row %1 (position %2) was changed after it was sealed.</source>
        <translation>审计行 %1（位置 %2）在封存之后被修改过。</translation>
    </message>
    <message>
        <source>Audit row %1 stands among sealed rows and has no seal: it was put in, or its seal was taken.</source>
        <translation>审计行 %1 位于已封存的行之间却没有封印：它是被插入的，或封印被去掉了。</translation>
    </message>
    <message>
        <source>Backed up and verified: %1 (%2, %3 tables, %4 rows).</source>
        <translation>已备份并核验：%1（%2，%3 张表，%4 行）。</translation>
    </message>
    <message>
        <source>Bring the file from the computer that wrote the store, or set %1.</source>
        <translation>请从写入该数据库的计算机取来该文件，或设置 %1。</translation>
    </message>
    <message>
        <source>Check the name; &quot;formwright apply FOLDER --store FILE&quot; makes a new store.</source>
        <translation>请检查名称；“formwright apply 文件夹 --store 文件”可新建数据库。</translation>
    </message>
    <message>
        <source>Close programs that read the store for long.</source>
        <translation>请关闭长时间读取该数据库的程序。</translation>
    </message>
    <message>
        <source>Compare its name.</source>
        <translation>请比较它的名称。</translation>
    </message>
    <message>
        <source>Do not rely on this backup. Check the disk, then make another one.</source>
        <translation>请勿依赖此备份。请检查磁盘，然后重新备份。</translation>
    </message>
    <message>
        <source>Every page, index and reference is in order.</source>
        <translation>所有页、索引和引用均正常。</translation>
    </message>
    <message>
        <source>Free some space, or choose a folder on another disk. Nothing was changed.</source>
        <translation>请腾出空间，或选择其他磁盘上的文件夹。没有任何改动。</translation>
    </message>
    <message>
        <source>Free some space: %1 leave room for growth and for a backup.</source>
        <translation>请腾出空间：有 %1 才够增长和备份。</translation>
    </message>
    <message>
        <source>From %1 on nothing could be stored: %2 What was due waited and goes on now.</source>
        <translation>从 %1 起无法存储：%2 到期的事项已等待，现在继续。</translation>
    </message>
    <message>
        <source>Give a key and a value.</source>
        <translation>请给出键和值。</translation>
    </message>
    <message>
        <source>Give its passphrase: --passphrase-file, or FORMWRIGHT_BACKUP_PASSPHRASE.</source>
        <translation>请提供口令：--passphrase-file 或 FORMWRIGHT_BACKUP_PASSPHRASE。</translation>
    </message>
    <message>
        <source>Give the passphrase it was made with; without it nobody can open it.</source>
        <translation>请提供制作备份时的口令；没有口令谁也无法打开。</translation>
    </message>
    <message>
        <source>Give yourself the right to read the file and its folder.</source>
        <translation>请取得读取该文件及其文件夹的权限。</translation>
    </message>
    <message>
        <source>Held back: it was waiting in the backup of %1 and may have gone out since.</source>
        <translation>已暂扣：它在 %1 的备份中等待发送，之后可能已经发出。</translation>
    </message>
    <message>
        <source>In use by %1.</source>
        <translation>正被 %1 使用。</translation>
    </message>
    <message>
        <source>It consists of 64 hexadecimal digits. Put the right one back.</source>
        <translation>密钥由 64 位十六进制数字组成。请放回正确的密钥。</translation>
    </message>
    <message>
        <source>It holds no app yet.</source>
        <translation>其中还没有应用。</translation>
    </message>
    <message>
        <source>Keep it on a disk of this computer. For several computers use PostgreSQL; to carry data over use backups, which may lie on a shared drive.</source>
        <translation>请放在本机磁盘上。多台计算机请使用 PostgreSQL；搬运数据请用备份，备份可以放在共享盘上。</translation>
    </message>
    <message>
        <source>Line %1 of the anchor file &quot;%2&quot; was changed, or belongs to another key.</source>
        <translation>锚文件“%2”的第 %1 行被改动过，或属于另一把密钥。</translation>
    </message>
    <message>
        <source>Look at the incidents: something keeps them from being done.</source>
        <translation>请查看异常：有什么阻止了它们执行。</translation>
    </message>
    <message>
        <source>Look at them in the app: each says what happened and what to do.</source>
        <translation>请在应用中查看：每条都说明发生了什么、该怎么做。</translation>
    </message>
    <message>
        <source>Look through them; send again what did not arrive.</source>
        <translation>请逐条查看；未送达的请重新发送。</translation>
    </message>
    <message>
        <source>Make it writable; a disk that has become read-only by itself is often damaged: back up first.</source>
        <translation>请使其可写；自行变为只读的磁盘往往已损坏：请先备份。</translation>
    </message>
    <message>
        <source>Make one with &quot;formwright backup&quot;, or let &quot;formwright run --backup-every P1D&quot; make them.</source>
        <translation>请用“formwright backup”备份，或让“formwright run --backup-every P1D”定期备份。</translation>
    </message>
    <message>
        <source>No program uses it just now; timers and messages wait.</source>
        <translation>目前没有程序使用它；定时任务和消息在等待。</translation>
    </message>
    <message>
        <source>Nothing is late and no incident is open.</source>
        <translation>没有延误，也没有未处理的异常。</translation>
    </message>
    <message>
        <source>Nothing is open that it could close: remove it.</source>
        <translation>没有与它对应的开头，请删除。</translation>
    </message>
    <message>
        <source>Only %1 are free.</source>
        <translation>仅剩 %1 可用空间。</translation>
    </message>
    <message>
        <source>Other users can read &quot;%1&quot;.</source>
        <translation>其他用户可以读取“%1”。</translation>
    </message>
    <message>
        <source>Positions begin with 1, and a number of characters is not negative.</source>
        <translation>位置从 1 开始，字符数不能为负。</translation>
    </message>
    <message>
        <source>Put the file back as it was; without it nobody can tell whether the end of the audit chain was cut off.</source>
        <translation>请恢复该文件原样；没有它就无法判断审计链的末尾是否被截断。</translation>
    </message>
    <message>
        <source>Replace by %1.</source>
        <translation>替换为 %1。</translation>
    </message>
    <message>
        <source>Set the clock before you go on: waits, due times and the audit depend on it.</source>
        <translation>请先校准时钟：等待、到期时间和审计都依赖它。</translation>
    </message>
    <message>
        <source>Start &quot;formwright run --store FILE&quot;: they are done while it runs.</source>
        <translation>请启动“formwright run --store 文件”：它运行时才会执行这些事项。</translation>
    </message>
    <message>
        <source>Stop working with it, keep the file for a rescue, check the disk, and restore the last backup.</source>
        <translation>请停止使用，保留该文件以备抢救，检查磁盘，并恢复最近的备份。</translation>
    </message>
    <message>
        <source>Take another backup; &quot;formwright backup --list&quot; shows those there are.</source>
        <translation>请换一个备份；“formwright backup --list”可列出现有的备份。</translation>
    </message>
    <message>
        <source>Text stands in double quotation marks.</source>
        <translation>文本要用双引号。</translation>
    </message>
    <message>
        <source>Texts are joined with &quot;+&quot;.</source>
        <translation>文本用“+”连接。</translation>
    </message>
    <message>
        <source>The app has no setting &quot;%1&quot;.</source>
        <translation>应用没有设置项“%1”。</translation>
    </message>
    <message>
        <source>The audit chain has %1 sealed rows; &quot;formwright audit verify&quot; checks them.</source>
        <translation>审计链已封存 %1 行；“formwright audit verify”可核验。</translation>
    </message>
    <message>
        <source>The audit chain has not begun.</source>
        <translation>审计链尚未开始。</translation>
    </message>
    <message>
        <source>The audit chain is broken in %1 places.</source>
        <translation>审计链有 %1 处断裂。</translation>
    </message>
    <message>
        <source>The audit chain is intact.</source>
        <translation>审计链完整。</translation>
    </message>
    <message>
        <source>The audit key in %1 is not a key.</source>
        <translation>%1 中的审计密钥不是有效密钥。</translation>
    </message>
    <message>
        <source>The audit row of position %1 is missing.</source>
        <translation>位置 %1 的审计行缺失。</translation>
    </message>
    <message>
        <source>The audit rows of positions %1 to %2 are missing.</source>
        <translation>位置 %1 至 %2 的审计行缺失。</translation>
    </message>
    <message>
        <source>The backup &quot;%1&quot; is damaged.</source>
        <translation>备份“%1”已损坏。</translation>
    </message>
    <message>
        <source>The backup failed: %1</source>
        <translation>备份失败：%1</translation>
    </message>
    <message>
        <source>The backup of %1 is sound: %2 tables, %3 rows, all as they were.</source>
        <translation>%1 的备份完好：%2 张表，%3 行，与原来完全一致。</translation>
    </message>
    <message>
        <source>The certificate file &quot;%1&quot; cannot be read.</source>
        <translation>无法读取证书文件“%1”。</translation>
    </message>
    <message>
        <source>The certificate of the mail server is not trusted (%1). Check the server&apos;s name, or set &quot;ca&quot; of the connector to the file of your company&apos;s certificate.</source>
        <translation>邮件服务器的证书不受信任（%1）。请检查服务器名称，或将连接器的“ca”设为公司证书文件。</translation>
    </message>
    <message>
        <source>The chain ends at position %1 but had come to %2: its end was cut off, or this is an older copy of the store.</source>
        <translation>审计链止于位置 %1，但曾到达 %2：末尾被截断，或这是数据库的旧副本。</translation>
    </message>
    <message>
        <source>The clock says %1.</source>
        <translation>时钟显示 %1。</translation>
    </message>
    <message>
        <source>The copy was interrupted; nothing of it was kept.</source>
        <translation>复制已中断；没有留下任何内容。</translation>
    </message>
    <message>
        <source>The damaged file was kept as %1.</source>
        <translation>损坏的文件已保留为 %1。</translation>
    </message>
    <message>
        <source>The database in &quot;%1&quot; is damaged: %2</source>
        <translation>“%1”中的数据库已损坏：%2</translation>
    </message>
    <message>
        <source>The disk (%1) may only be read.</source>
        <translation>磁盘（%1）只能读取。</translation>
    </message>
    <message>
        <source>The expression is too long.</source>
        <translation>表达式太长。</translation>
    </message>
    <message>
        <source>The expression takes too long.</source>
        <translation>表达式运行时间过长。</translation>
    </message>
    <message>
        <source>The form this program writes.</source>
        <translation>结构与本程序一致。</translation>
    </message>
    <message>
        <source>The key of this store&apos;s audit chain is missing: &quot;%1&quot;.</source>
        <translation>缺少此数据库审计链的密钥：“%1”。</translation>
    </message>
    <message>
        <source>The last backup is of %1.</source>
        <translation>最近一次备份是 %1。</translation>
    </message>
    <message>
        <source>The last program did not end by itself; its log (%1) is taken in at the next start. Nothing that was confirmed is lost.</source>
        <translation>上一个程序没有正常结束；其日志（%1）将在下次启动时并入。已确认的内容不会丢失。</translation>
    </message>
    <message>
        <source>The link of audit row %1 (position %2) does not follow from the row before.</source>
        <translation>审计行 %1（位置 %2）的链接与前一行不相连。</translation>
    </message>
    <message>
        <source>The mail server offers no encryption. Set &quot;tls&quot; of the connector to &quot;none&quot; only for a server on this computer.</source>
        <translation>邮件服务器不提供加密。仅当服务器就在本机时，才可将连接器的“tls”设为“none”。</translation>
    </message>
    <message>
        <source>The passphrase cannot be read from there.</source>
        <translation>无法从该处读取口令。</translation>
    </message>
    <message>
        <source>The passphrase does not open &quot;%1&quot;.</source>
        <translation>该口令无法打开“%1”。</translation>
    </message>
    <message>
        <source>The passphrase is empty.</source>
        <translation>口令为空。</translation>
    </message>
    <message>
        <source>The regular expression &quot;%1&quot; takes too long on this text.</source>
        <translation>正则表达式“%1”处理这段文本耗时过长。</translation>
    </message>
    <message>
        <source>The result is too large to be written down.</source>
        <translation>结果太大，无法写出。</translation>
    </message>
    <message>
        <source>The store is as it was at %1.</source>
        <translation>数据库已恢复到 %1 的状态。</translation>
    </message>
    <message>
        <source>The text gets too long.</source>
        <translation>文本过长。</translation>
    </message>
    <message>
        <source>The type must be 1, 2, 3 or 11 to 17.</source>
        <translation>类型必须是 1、2、3 或 11 到 17。</translation>
    </message>
    <message>
        <source>The value gets too large or is nested too deeply.</source>
        <translation>值过大或嵌套过深。</translation>
    </message>
    <message>
        <source>The values kept for audit row %1 were changed.</source>
        <translation>审计行 %1 所保存的值被改动过。</translation>
    </message>
    <message>
        <source>The values of audit row %1 are missing, and no erasure is on record.</source>
        <translation>审计行 %1 的值缺失，且没有擦除记录。</translation>
    </message>
    <message>
        <source>The write-ahead log has %1.</source>
        <translation>预写日志大小为 %1。</translation>
    </message>
    <message>
        <source>The write-ahead log has grown to %1: a program reads without ever ending.</source>
        <translation>预写日志已增长到 %1：有程序一直在读取而不结束。</translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot; to do with the audit chain.</source>
        <translation>审计链没有“%1”这项操作。</translation>
    </message>
    <message>
        <source>There is no anchor file: whether the end was cut off cannot be told.</source>
        <translation>没有锚文件：无法判断末尾是否被截断。</translation>
    </message>
    <message>
        <source>There is no backup in &quot;%1&quot;.</source>
        <translation>“%1”中没有备份。</translation>
    </message>
    <message>
        <source>There is not enough memory to derive the key.</source>
        <translation>内存不足，无法派生密钥。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock (%1) is behind what was written last (%2).</source>
        <translation>本机时钟（%1）早于最后写入的时间（%2）。</translation>
    </message>
    <message>
        <source>Update Formwright, then restore it.</source>
        <translation>请更新 Formwright，然后再恢复。</translation>
    </message>
    <message>
        <source>What it held before is in %1.</source>
        <translation>原来的内容在 %1 中。</translation>
    </message>
    <message>
        <source>What the store held before is in %1.</source>
        <translation>数据库原来的内容在 %1 中。</translation>
    </message>
    <message>
        <source>What was restored from &quot;%1&quot; is not what was backed up: &quot;%2&quot; differs.</source>
        <translation>从“%1”恢复出的内容与备份时不一致：“%2”不同。</translation>
    </message>
    <message>
        <source>Write %1.</source>
        <translation>请写 %1。</translation>
    </message>
    <message>
        <source>Write @&quot;%1&quot;.</source>
        <translation>请写 @&quot;%1&quot;。</translation>
    </message>
    <message>
        <source>Write &quot;%1&quot;.</source>
        <translation>请写“%1”。</translation>
    </message>
    <message>
        <source>Write double quotation marks.</source>
        <translation>改为双引号。</translation>
    </message>
    <message>
        <source>Write it as P1D (a day) or PT6H (six hours).</source>
        <translation>请写成 P1D（一天）或 PT6H（六小时）。</translation>
    </message>
    <message>
        <source>Write it into the first line.</source>
        <translation>请写在第一行。</translation>
    </message>
    <message>
        <source>Write: if condition then value else other value.</source>
        <translation>请写：if 条件 then 值 else 另一个值。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; also matches an empty text, so there is no telling where one match ends and the next begins.</source>
        <translation>“%1”也能匹配空文本，无法判断一处匹配的结尾和下一处的开头。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say what it holds.</source>
        <translation>“%1”没有说明其中的内容。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; exists already.</source>
        <translation>“%1”已存在。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has %2 free; %3 are needed.</source>
        <translation>“%1”可用空间为 %2，需要 %3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is being read by another program.</source>
        <translation>“%1”正被另一个程序读取。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is encrypted.</source>
        <translation>“%1”已加密。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no backup, or its end is missing.</source>
        <translation>“%1”不是备份，或末尾缺失。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no format for %2; write for example #,##0.00, 0% or yyyy-mm-dd.</source>
        <translation>“%1”不是%2可用的格式；例如写 #,##0.00、0% 或 yyyy-mm-dd。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no operator.</source>
        <translation>“%1”不是运算符。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time between two backups.</source>
        <translation>“%1”不是两次备份之间的时间间隔。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; lies on a shared drive (%2). A store there could be damaged.</source>
        <translation>“%1”位于共享盘（%2）上。放在那里的数据库可能损坏。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was expected, not &quot;%2&quot;.</source>
        <translation>此处应为“%1”，而不是“%2”。</translation>
    </message>
    <message>
        <source>a file descriptor to read the passphrase from</source>
        <translation>用来读取口令的文件描述符</translation>
    </message>
    <message>
        <source>a file whose first line is the passphrase of encrypted backups</source>
        <translation>首行为加密备份口令的文件</translation>
    </message>
    <message>
        <source>back the store up at this interval: P1D, PT6H</source>
        <translation>按此间隔备份数据库：P1D、PT6H</translation>
    </message>
    <message>
        <source>backs a store up while it runs, and verifies the backup</source>
        <translation>在运行中备份数据库并核验备份</translation>
    </message>
    <message>
        <source>checks the audit chain of a store: whether anything was changed behind its back</source>
        <translation>检查数据库的审计链：是否有内容被暗中改动</translation>
    </message>
    <message>
        <source>examines a store and says what to do</source>
        <translation>检查数据库并说明该怎么做</translation>
    </message>
    <message>
        <source>how many of these backups to keep (10)</source>
        <translation>保留多少个此类备份（10）</translation>
    </message>
    <message>
        <source>make no backup first</source>
        <translation>不先备份</translation>
    </message>
    <message>
        <source>make no backup of what the store holds now</source>
        <translation>不备份数据库现有的内容</translation>
    </message>
    <message>
        <source>puts a backup in the place of a store</source>
        <translation>用备份替换数据库</translation>
    </message>
    <message>
        <source>restore a backup into a scratch store and compare every table</source>
        <translation>将备份恢复到临时库并逐表比对</translation>
    </message>
    <message>
        <source>show the backups there are</source>
        <translation>列出现有的备份</translation>
    </message>
    <message>
        <source>shows or sets the app&apos;s settings and the addresses of its connectors</source>
        <translation>显示或设置应用的设置项和连接器地址</translation>
    </message>
    <message>
        <source>the folder for backups; beside the store without it</source>
        <translation>备份文件夹；不指定则在数据库旁边</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有此文件</translation>
    </message>
    <message>
        <source>write the manual of all functions</source>
        <translation>写出全部函数的手册</translation>
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation>……另有 %1 处。</translation>
    </message>
    <message>
        <source>Change %1 of %2 elements</source>
        <translation>修改 %2 个元素的%1</translation>
    </message>
    <message>
        <source>Choose the store of this app, or a new file.</source>
        <translation>请选择本应用的数据库，或新建文件。</translation>
    </message>
    <message>
        <source>Duplicate &quot;%1&quot;</source>
        <translation>创建“%1”的副本</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>为空。</translation>
    </message>
    <message>
        <source>Merge changes made outside</source>
        <translation>合并外部修改</translation>
    </message>
    <message>
        <source>Move %1 elements</source>
        <translation>移动 %1 个元素</translation>
    </message>
    <message>
        <source>Paste %1 elements</source>
        <translation>粘贴 %1 个元素</translation>
    </message>
    <message>
        <source>Paste &quot;%1&quot;</source>
        <translation>粘贴“%1”</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Take in the package of &quot;%1&quot;</source>
        <translation>导入“%1”的应用包</translation>
    </message>
    <message>
        <source>The store has changed since you looked at it.</source>
        <translation>查看之后数据库又有了变化。</translation>
    </message>
    <message>
        <source>This store holds another app: %1, not %2.</source>
        <translation>此数据库属于另一个应用：%1，而不是 %2。</translation>
    </message>
    <message>
        <source>%1 has 1 to %2 stars.</source>
        <translation>%1 为 1 到 %2 星。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; cannot be a tag here.</source>
        <translation>%1：“%2”不能作为标签。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no code of the kind %3.</source>
        <translation>%1：“%2”不是 %3 条码。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no place on the earth.</source>
        <translation>%1：“%2”不是有效的位置。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no range of dates.</source>
        <translation>%1：“%2”不是日期范围。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no region.</source>
        <translation>%1：“%2”不是行政区划。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no web address.</source>
        <translation>%1：“%2”不是网址。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not exact enough.</source>
        <translation>%1：“%2”不够精确。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; lies deeper than this field goes.</source>
        <translation>%1：“%2”比该字段要求的级别更低。</translation>
    </message>
    <message>
        <source>%1: an identity number has 18 characters (or 15 digits), only the last may be X.</source>
        <translation>%1：身份证号应为 18 位（或 15 位数字），只有末位可以是 X。</translation>
    </message>
    <message>
        <source>%1: more than 64 KiB.</source>
        <translation>%1：超过 64 KiB。</translation>
    </message>
    <message>
        <source>%1: the JSON text breaks off at character %2.</source>
        <translation>%1：JSON 文本在第 %2 个字符处出错。</translation>
    </message>
    <message>
        <source>%1: the birthday in the identity number is no date.</source>
        <translation>%1：身份证号中的出生日期无效。</translation>
    </message>
    <message>
        <source>%1: the check digit of the identity number is wrong.</source>
        <translation>%1：身份证号的校验码不正确。</translation>
    </message>
    <message>
        <source>%1: the first digits of the identity number name no province.</source>
        <translation>%1：身份证号开头的数字不对应任何省份。</translation>
    </message>
    <message>
        <source>%1: this is no JSON object or list.</source>
        <translation>%1：这不是 JSON 对象或列表。</translation>
    </message>
    <message>
        <source>Choose a region further down.</source>
        <translation>请选择下级区划。</translation>
    </message>
    <message>
        <source>Compare digits 7 to 14 with the card.</source>
        <translation>请对照证件核对第 7 至 14 位。</translation>
    </message>
    <message>
        <source>Compare the first two digits with the card.</source>
        <translation>请对照证件核对前两位。</translation>
    </message>
    <message>
        <source>Count the digits again.</source>
        <translation>请重新核对位数。</translation>
    </message>
    <message>
        <source>Give a number of stars in that range, or leave it empty.</source>
        <translation>请填写该范围内的星数，或留空。</translation>
    </message>
    <message>
        <source>Give its code (440305) or its names from the province down.</source>
        <translation>请填写代码（440305）或从省开始的完整名称。</translation>
    </message>
    <message>
        <source>Give the province or city it lies in.</source>
        <translation>请填写其所在的省或市。</translation>
    </message>
    <message>
        <source>Keep large data as an attachment.</source>
        <translation>大量数据请作为附件保存。</translation>
    </message>
    <message>
        <source>One of the digits is mistyped; compare them with the card.</source>
        <translation>有数字输错，请对照证件核对。</translation>
    </message>
    <message>
        <source>Scan or type it again; a check digit may be wrong.</source>
        <translation>请重新扫描或输入，校验位可能有误。</translation>
    </message>
    <message>
        <source>Up to 50 tags of at most 60 characters, without ; and |.</source>
        <translation>最多 50 个标签，每个不超过 60 个字符，且不含 ; 和 |。</translation>
    </message>
    <message>
        <source>Write a number of stars: 4.</source>
        <translation>请填写星数，如 4。</translation>
    </message>
    <message>
        <source>Write first and last day in quotes: &quot;2026-01-05/2026-01-09&quot;.</source>
        <translation>请用引号填写首尾两天：&quot;2026-01-05/2026-01-09&quot;。</translation>
    </message>
    <message>
        <source>Write first and last day, the earlier first: 2026-01-05/2026-01-09.</source>
        <translation>请填写首尾两天，较早的在前：2026-01-05/2026-01-09。</translation>
    </message>
    <message>
        <source>Write it as https://example.com/page.</source>
        <translation>请写成 https://example.com/page 的形式。</translation>
    </message>
    <message>
        <source>Write its six-digit code in quotes: &quot;440305&quot;.</source>
        <translation>请用引号填写六位代码：&quot;440305&quot;。</translation>
    </message>
    <message>
        <source>Write latitude and longitude in quotes: &quot;31.2304,121.4737&quot;.</source>
        <translation>请用引号填写纬度和经度：&quot;31.2304,121.4737&quot;。</translation>
    </message>
    <message>
        <source>Write latitude and longitude: 31.2304,121.4737.</source>
        <translation>请填写纬度和经度：31.2304,121.4737。</translation>
    </message>
    <message>
        <source>Write the 18 characters of an identity number, in quotes.</source>
        <translation>请用引号填写 18 位身份证号。</translation>
    </message>
    <message>
        <source>Write {&quot;key&quot;: &quot;value&quot;} or [1, 2].</source>
        <translation>请写成 {&quot;key&quot;: &quot;value&quot;} 或 [1, 2]。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes a list.</source>
        <translation>“%1”应为列表。</translation>
    </message>
    <message>
        <source>A time limit is between 1 second and 2 minutes.</source>
        <translation>超时应在 1 秒至 2 分钟之间。</translation>
    </message>
    <message>
        <source>Add &quot;template:&quot; and &quot;values:&quot; to the message.</source>
        <translation>请在消息中添加 &quot;template:&quot; 和 &quot;values:&quot;。</translation>
    </message>
    <message>
        <source>An SMS needs a recipient.</source>
        <translation>短信需要收件人。</translation>
    </message>
    <message>
        <source>Only chat robots mention people.</source>
        <translation>只有群机器人才能@人。</translation>
    </message>
    <message>
        <source>Remove &quot;mention:&quot;, or send through a robot.</source>
        <translation>删除 &quot;mention:&quot;，或改经群机器人发送。</translation>
    </message>
    <message>
        <source>Say to whom: add &quot;to:&quot; with a number or an expression such as =phone.</source>
        <translation>请说明发给谁：添加 &quot;to:&quot;，填写号码或 =phone 之类的表达式。</translation>
    </message>
    <message>
        <source>Set &quot;user&quot; of the connector &quot;%1&quot; to the id of the access key.</source>
        <translation>请将连接器“%1”的 &quot;user&quot; 设为访问密钥的编号。</translation>
    </message>
    <message>
        <source>Set the environment variable %1, write a line &quot;%2=…&quot; into the secrets file, or put it into the keychain: secret-tool store --label=Formwright application formwright name %2</source>
        <translation>设置环境变量 %1，或在密钥文件中写入一行“%2=…”，或存入钥匙串：secret-tool store --label=Formwright application formwright name %2</translation>
    </message>
    <message>
        <source>The message &quot;%1&quot; has no template that the SMS provider has approved.</source>
        <translation>消息“%1”没有短信平台已审核的模板。</translation>
    </message>
    <message>
        <source>The message has no &quot;template&quot;: an SMS needs one that the provider has approved.</source>
        <translation>消息缺少 &quot;template&quot;：短信必须使用平台已审核的模板。</translation>
    </message>
    <message>
        <source>There is no network &quot;%1&quot;.</source>
        <translation>没有名为“%1”的网络范围。</translation>
    </message>
    <message>
        <source>Write ${secret:name} in its place in &quot;%1&quot;, and the secret itself as an environment variable FORMWRIGHT_SECRET_NAME or as a line &quot;name=…&quot; of the secrets file.</source>
        <translation>请在“%1”中以 ${secret:名称} 代替，密钥本身写入环境变量 FORMWRIGHT_SECRET_名称，或密钥文件中的一行 &quot;名称=…&quot;。</translation>
    </message>
    <message>
        <source>Write public (addresses of the internet), private (this machine and the company&apos;s network too) or proxy (through the proxy of the environment).</source>
        <translation>请填写 public（仅互联网地址）、private（也可访问本机与公司内网）或 proxy（经环境中设置的代理）。</translation>
    </message>
    <message>
        <source>Write such as PT30S.</source>
        <translation>例如写作 PT30S。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no telephone number.</source>
        <translation>“%1”不是电话号码。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads to %2, an address nothing may be sent to.</source>
        <translation>“%1”指向 %2，该地址不允许访问。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads to %2, which is no address of the internet. If that is intended, set &quot;network&quot; of the connector to &quot;private&quot;.</source>
        <translation>“%1”指向 %2，不是互联网地址。如确有需要，请将连接器的 &quot;network&quot; 设为 &quot;private&quot;。</translation>
    </message>
    <message>
        <source>&quot;formwright setting --store FILE&quot; shows those it has; addresses are connector.ID.url, .from, .user, .password, .sign, .authorization, .network, .tls, .ca.</source>
        <translation>“formwright setting --store 文件”列出已有设置；地址为 connector.标识.url、.from、.user、.password、.sign、.authorization、.network、.tls、.ca。</translation>
    </message>
    <message>
        <source>A decision knows nothing but its inputs.</source>
        <translation>决策表只能使用自己的输入。</translation>
    </message>
    <message>
        <source>Add &quot;event:&quot;, &quot;inactive:&quot;, &quot;when:&quot; or &quot;rows:&quot;.</source>
        <translation>请添加“event:”、“inactive:”、“when:”或“rows:”。</translation>
    </message>
    <message>
        <source>Add &quot;points:&quot;, or &quot;rows:&quot; with points of their own.</source>
        <translation>请添加“points:”，或各行自带分值的“rows:”。</translation>
    </message>
    <message>
        <source>Add &quot;values:&quot; to each output, best first.</source>
        <translation>请为每个输出添加“values:”，优先的在前。</translation>
    </message>
    <message>
        <source>Add a rule, or give the outputs a &quot;default:&quot;.</source>
        <translation>请增加规则，或为输出设置“default:”。</translation>
    </message>
    <message>
        <source>Add an input, and let who calls give it now(), today() or the count.</source>
        <translation>请增加一个输入，由调用方传入 now()、today() 或次数。</translation>
    </message>
    <message>
        <source>Change it, or remove it.</source>
        <translation>请修改或删除。</translation>
    </message>
    <message>
        <source>Change one of them, or choose another &quot;hit_policy:&quot;.</source>
        <translation>请修改其中一条，或选择其他“hit_policy:”。</translation>
    </message>
    <message>
        <source>Change one of these decisions so that the ring is open.</source>
        <translation>请修改其中一个决策表，打破循环。</translation>
    </message>
    <message>
        <source>Change the rules, or the test.</source>
        <translation>请修改规则或测试。</translation>
    </message>
    <message>
        <source>Change the type of the output, or collect in another way.</source>
        <translation>请更改输出的类型，或换一种汇集方式。</translation>
    </message>
    <message>
        <source>Choose another id: decisions are called like functions.</source>
        <translation>请换一个标识：决策表像函数一样被调用。</translation>
    </message>
    <message>
        <source>Give both the same results, or choose another &quot;hit_policy:&quot;.</source>
        <translation>请让两者结果一致，或选择其他“hit_policy:”。</translation>
    </message>
    <message>
        <source>It is not said how many points this gives.</source>
        <translation>没有说明给多少分。</translation>
    </message>
    <message>
        <source>It is not said which results come first.</source>
        <translation>没有说明哪些结果优先。</translation>
    </message>
    <message>
        <source>Keep one output, or remove &quot;aggregate:&quot;.</source>
        <translation>请只保留一个输出，或删除“aggregate:”。</translation>
    </message>
    <message>
        <source>List what the rows test under &quot;inputs:&quot;.</source>
        <translation>请在“inputs:”下列出各行检验的内容。</translation>
    </message>
    <message>
        <source>Make a criterion for each row.</source>
        <translation>请为每一行单独建立评分项。</translation>
    </message>
    <message>
        <source>Move it up, change it, or remove it.</source>
        <translation>请将其上移、修改或删除。</translation>
    </message>
    <message>
        <source>No rule holds for: %1.</source>
        <translation>没有规则适用于：%1。</translation>
    </message>
    <message>
        <source>Only numbers and durations have a sum.</source>
        <translation>只有数字和时长可以求和。</translation>
    </message>
    <message>
        <source>Remove &quot;points:&quot; beside &quot;rows:&quot;.</source>
        <translation>请删除与“rows:”并存的“points:”。</translation>
    </message>
    <message>
        <source>Results of several outputs cannot be added up.</source>
        <translation>多个输出的结果无法汇集。</translation>
    </message>
    <message>
        <source>Rows are for attributes of the record.</source>
        <translation>分档只用于记录的属性。</translation>
    </message>
    <message>
        <source>The criterion has no input &quot;%1&quot;.</source>
        <translation>该评分项没有输入“%1”。</translation>
    </message>
    <message>
        <source>The decision &quot;%1&quot; needs itself: %2.</source>
        <translation>决策表“%1”依赖自身：%2。</translation>
    </message>
    <message>
        <source>The decision &quot;%2&quot; has no input &quot;%1&quot;.</source>
        <translation>决策表“%2”没有输入“%1”。</translation>
    </message>
    <message>
        <source>The decision &quot;%2&quot; has no output &quot;%1&quot;.</source>
        <translation>决策表“%2”没有输出“%1”。</translation>
    </message>
    <message>
        <source>The decision &quot;%2&quot; has no rule &quot;%1&quot;.</source>
        <translation>决策表“%2”没有规则“%1”。</translation>
    </message>
    <message>
        <source>The rows give the points.</source>
        <translation>分值由各行给出。</translation>
    </message>
    <message>
        <source>The test expects %1 of &quot;%2&quot;; the decision gives %3.</source>
        <translation>测试期望“%2”为 %1，决策表给出 %3。</translation>
    </message>
    <message>
        <source>The test expects the rules %1; %2 hold.</source>
        <translation>测试期望规则 %1 成立，实际为 %2。</translation>
    </message>
    <message>
        <source>There is a scoring table &quot;%1&quot; already.</source>
        <translation>已有评分表“%1”。</translation>
    </message>
    <message>
        <source>This never counts: wherever it holds, &quot;%1&quot; comes first.</source>
        <translation>此行永远不起作用：凡它成立之处，“%1”都在前。</translation>
    </message>
    <message>
        <source>This never holds.</source>
        <translation>此行永远不成立。</translation>
    </message>
    <message>
        <source>What an event or a silence gives is a fixed number.</source>
        <translation>行为或沉默的分值必须是固定数字。</translation>
    </message>
    <message>
        <source>Write it as an expression where it is needed.</source>
        <translation>请在需要处直接写成表达式。</translation>
    </message>
    <message>
        <source>Write the number of points.</source>
        <translation>请写出分值。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; both hold for: %3. Only one may.</source>
        <translation>“%1”与“%2”同时适用于：%3，但只允许一条成立。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; give different results for: %3.</source>
        <translation>“%1”与“%2”在以下情况给出不同结果：%3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; counts what happens, which DMN cannot say; it is left out.</source>
        <translation>“%1”按发生的行为计分，DMN 无法表达，已略去。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; gives no points and is left out.</source>
        <translation>“%1”不给分，已略去。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a function of the expression language.</source>
        <translation>“%1”是表达式语言的函数名。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no decision table and is left out.</source>
        <translation>“%1”不是决策表，已略去。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes a record; in DMN it may be anything.</source>
        <translation>“%1”传入的是记录，在 DMN 中为任意类型。</translation>
    </message>
    <message>
        <source>evaluates decisions of DMN files and of apps</source>
        <translation>计算 DMN 文件与应用中的决策</translation>
    </message>
    <message>
        <source>formwright check FOLDER names what there is.</source>
        <translation>formwright check FOLDER 会列出现有内容。</translation>
    </message>
    <message>
        <source>make the decisions of the model part of an app instead</source>
        <translation>改为把模型中的决策加入应用</translation>
    </message>
    <message>
        <source>with --into and --scoring: the table whose records it scores</source>
        <translation>与 --into、--scoring 同用：评分对象所在的表</translation>
    </message>
    <message>
        <source>with an app: one of its scoring tables; with --into: make one of this id</source>
        <translation>对应用：选择其中一张评分表；与 --into 同用：以此标识新建</translation>
    </message>
    <message>
        <source>%1 rows moved to %2; every table was read back and is the same.</source>
        <translation>是</translation>
    </message>
    <message>
        <source>%1 stays as it is. Run only one of the two: both would send what is due.</source>
        <translation>%1 保持不变。两者只运行其一：否则到期的消息会被发送两次。</translation>
    </message>
    <message>
        <source>Another program changed the same things in &quot;%1&quot; at the same time.</source>
        <translation>另一个程序同时更改了“%1”中的相同内容。</translation>
    </message>
    <message>
        <source>Back it up and restore it with the tools of its server, for example pg_dump. &quot;formwright move&quot; makes a file of it and a database of a file.</source>
        <translation>请用其服务器自带的工具（例如 pg_dump）备份和恢复。&quot;formwright move&quot; 可在数据库和文件之间搬移数据。</translation>
    </message>
    <message>
        <source>Check the user in the address and the password in PGPASSWORD or ~/.pgpass.</source>
        <translation>请检查地址中的用户，以及 PGPASSWORD 或 ~/.pgpass 中的密码。</translation>
    </message>
    <message>
        <source>Choose a store that does not exist yet or holds nothing. Neither store was changed.</source>
        <translation>请选择尚不存在或为空的存储。两个存储均未更改。</translation>
    </message>
    <message>
        <source>Close other programs that use it, or raise its max_connections.</source>
        <translation>请关闭使用它的其他程序，或调高其 max_connections。</translation>
    </message>
    <message>
        <source>Connect to the database that may be written, not to its copy.</source>
        <translation>请连接可写入的数据库，而不是它的副本。</translation>
    </message>
    <message>
        <source>Create it (createdb), or correct the name in the address.</source>
        <translation>请创建它（createdb），或更正地址中的名称。</translation>
    </message>
    <message>
        <source>Free some space there and try again. Nothing of this change was stored.</source>
        <translation>请在那里腾出空间后重试。此次更改未存储任何内容。</translation>
    </message>
    <message>
        <source>Give the store that has the data with --from.</source>
        <translation>请用 --from 给出存有数据的存储。</translation>
    </message>
    <message>
        <source>It is stored wholly or not at all. Look whether it is there before you repeat it; a repetition with the same key is answered once.</source>
        <translation>它要么已全部存储，要么完全没有。重复之前请先查看是否已存在；相同键的重复只会处理一次。</translation>
    </message>
    <message>
        <source>Let the owner of the database grant the right, or connect as another user.</source>
        <translation>请让数据库所有者授予权限，或以其他用户连接。</translation>
    </message>
    <message>
        <source>Move from where to where? Give --from STORE --to STORE.</source>
        <translation>从哪里移到哪里？请给出 --from 存储 --to 存储。</translation>
    </message>
    <message>
        <source>Name the server as its certificate does, and the authority&apos;s certificate with sslrootcert.</source>
        <translation>请按证书中的名称填写服务器，并用 sslrootcert 给出颁发机构的证书。</translation>
    </message>
    <message>
        <source>Neither store was changed. Report this with the name of the table.</source>
        <translation>两个存储均未更改。请连同表名报告此问题。</translation>
    </message>
    <message>
        <source>Restore the last backup; keep the damaged files for a rescue.</source>
        <translation>请恢复最近的备份；保留损坏的文件以便抢救。</translation>
    </message>
    <message>
        <source>The certificate of the database &quot;%1&quot; is not trusted (%2).</source>
        <translation>数据库“%1”的证书不受信任（%2）。</translation>
    </message>
    <message>
        <source>The connection to &quot;%1&quot; broke while a change was being stored.</source>
        <translation>在存储更改时，与“%1”的连接中断了。</translation>
    </message>
    <message>
        <source>The database &quot;%1&quot; cannot be reached (%2).</source>
        <translation>无法连接到数据库“%1”（%2）。</translation>
    </message>
    <message>
        <source>The database &quot;%1&quot; does not accept the user or password.</source>
        <translation>数据库“%1”不接受该用户或密码。</translation>
    </message>
    <message>
        <source>The database &quot;%1&quot; does not exist (%2).</source>
        <translation>数据库“%1”不存在（%2）。</translation>
    </message>
    <message>
        <source>The database &quot;%1&quot; has no connection left (%2).</source>
        <translation>数据库“%1”已没有可用连接（%2）。</translation>
    </message>
    <message>
        <source>The database &quot;%1&quot; is damaged (%2).</source>
        <translation>数据库“%1”已损坏（%2）。</translation>
    </message>
    <message>
        <source>The disk of the database &quot;%1&quot; is full (%2).</source>
        <translation>数据库“%1”的磁盘已满（%2）。</translation>
    </message>
    <message>
        <source>The table %1 does not arrive as it was: %2 rows were read, %3 are there.</source>
        <translation>表 %1 移动后与原来不一致：读取了 %2 行，目标中有 %3 行。</translation>
    </message>
    <message>
        <source>The user has no right to do this in &quot;%1&quot; (%2).</source>
        <translation>该用户无权在“%1”中执行此操作（%2）。</translation>
    </message>
    <message>
        <source>This is no address of a PostgreSQL database.</source>
        <translation>这不是 PostgreSQL 数据库的地址。</translation>
    </message>
    <message>
        <source>Try again. Nothing of this change was stored.</source>
        <translation>请重试。此次更改未存储任何内容。</translation>
    </message>
    <message>
        <source>What was confirmed is stored there; nothing of this change is. Check that the server runs and that the network leads to it, then try again.</source>
        <translation>已确认的内容都已存储；此次更改没有存储任何内容。请检查服务器是否运行、网络是否连通，然后重试。</translation>
    </message>
    <message>
        <source>Write it as postgresql://user@host/database.</source>
        <translation>请写成 postgresql://用户@主机/数据库。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a database of a server, not a file.</source>
        <translation>“%1”是服务器上的数据库，不是文件。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not empty: its table %2 has %3 rows.</source>
        <translation>“%1”不是空的：其中的表 %2 有 %3 行。</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>moves a whole app&apos;s data from one store to another and verifies it</source>
        <translation>将整个应用的数据从一个存储移到另一个存储并核对</translation>
    </message>
    <message>
        <source>the empty store that is to have them</source>
        <translation>要存放数据的空存储</translation>
    </message>
    <message>
        <source>the store that has the data</source>
        <translation>存有数据的存储</translation>
    </message>
    <message>
        <source>where the app&apos;s data lie: a SQLite file, or postgresql://user@host/database</source>
        <translation>应用数据的位置：SQLite 文件，或 postgresql://用户@主机/数据库</translation>
    </message>
    <message>
        <source>A file in this place is of kind &quot;%1&quot;: add &quot;kind: %1&quot;.</source>
        <translation>此处的文件种类是“%1”：请加上“kind: %1”。</translation>
    </message>
    <message>
        <source>Fill it in (%1).</source>
        <translation>请填写（%1）。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty.</source>
        <translation>“%1”为空。</translation>
    </message>
    <message>
        <source>%1 rows (%2): %3 would be created, %4 merged, %5 changed, %6 unchanged; %7 have errors. Nothing was stored.</source>
        <translation>共 %1 行（%2）：将新建 %3，合并 %4，修改 %5，不变 %6；%7 行有错。未保存任何数据。</translation>
    </message>
    <message>
        <source>Check the path; formwright apply FOLDER --store FILE makes a store.</source>
        <translation>请检查路径；用 formwright apply 文件夹 --store 文件 可以新建数据库。</translation>
    </message>
    <message>
        <source>Give --lang en or --lang zh.</source>
        <translation>请用 --lang en 或 --lang zh。</translation>
    </message>
    <message>
        <source>Give every line a &quot;key&quot; of its own, so that it can be sent again without being done twice.</source>
        <translation>请给每一行一个独有的“key”，这样重发时不会执行两次。</translation>
    </message>
    <message>
        <source>Into which table? Give --table ID.</source>
        <translation>要导入哪张表？请给出 --table ID。</translation>
    </message>
    <message>
        <source>Nothing is chosen here yet.</source>
        <translation>这里还没有选择。</translation>
    </message>
    <message>
        <source>Remove it. Known here: %1.</source>
        <translation>请删除它。此处可用：%1。</translation>
    </message>
    <message>
        <source>The app has no story &quot;%1&quot;.</source>
        <translation>应用中没有故事“%1”。</translation>
    </message>
    <message>
        <source>The environment names no proxy for &quot;%1&quot;: set https_proxy.</source>
        <translation>环境中没有为“%1”设置代理：请设置 https_proxy。</translation>
    </message>
    <message>
        <source>The line has no key.</source>
        <translation>这一行没有 key。</translation>
    </message>
    <message>
        <source>There are no words in the language &quot;%1&quot;.</source>
        <translation>没有“%1”语言的文字。</translation>
    </message>
    <message>
        <source>There is no store &quot;%1&quot;.</source>
        <translation>没有数据库“%1”。</translation>
    </message>
    <message>
        <source>Write a whole number of at least 1.</source>
        <translation>请写一个不小于 1 的整数。</translation>
    </message>
    <message>
        <source>Write it in quotes.</source>
        <translation>请加上引号。</translation>
    </message>
    <message>
        <source>Write {&quot;field&quot;: value, …}.</source>
        <translation>请写成 {&quot;字段&quot;: 值, …}。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of rows.</source>
        <translation>“%1”不是行数。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; means nothing in a line with &quot;%2&quot;.</source>
        <translation>在“%2”的行中，“%1”没有意义。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands twice in the line.</source>
        <translation>这一行中“%1”出现了两次。</translation>
    </message>
    <message>
        <source>formwright query %1 lists the ids.</source>
        <translation>formwright query %1 可列出记录的 id。</translation>
    </message>
</context>
<context>
    <name>fw::player</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>fw::player::FormModel</name>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
</context>
<context>
    <name>fw::player::InboxModel</name>
    <message>
        <source>Done</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>No due time</source>
        <translation>无期限</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>即将到期</translation>
    </message>
</context>
<context>
    <name>fw::player::ListModel</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>fw::player::PlayerApp</name>
    <message>
        <source>The request failed without giving a reason. Try again.</source>
        <translation>请求失败，没有给出原因。请重试。</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
</context>
<context>
    <name>fw::render</name>
    <message>
        <source>Nothing to show yet</source>
        <translation>还没有可显示的内容</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Of the first step</source>
        <translation>占首步</translation>
    </message>
    <message>
        <source>Of the step before</source>
        <translation>占上一步</translation>
    </message>
    <message>
        <source>than the month before</source>
        <translation>较上月</translation>
    </message>
    <message>
        <source>than the year before</source>
        <translation>较去年</translation>
    </message>
    <message>
        <source>than the period before</source>
        <translation>较上期</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>Below the limit</source>
        <translation>低于下限</translation>
    </message>
    <message>
        <source>Above the limit</source>
        <translation>高于上限</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>目标 %1</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>fw::studio::Bin</name>
    <message>
        <source>There is a file %1 again. Rename that one first.</source>
        <translation>已有文件 %1，请先重命名它。</translation>
    </message>
    <message>
        <source>The place it stood in, %1, is gone. Restore that first.</source>
        <translation>原来所在的位置“%1”已不存在，请先恢复它。</translation>
    </message>
</context>
<context>
    <name>fw::studio::Clipboard</name>
    <message>
        <source>There is no place for this here: %1. Open a file that can hold it.</source>
        <translation>这里放不下：%1。请打开可以容纳它的文件。</translation>
    </message>
    <message>
        <source>This file cannot be pasted: each app has its own %1.</source>
        <translation>无法粘贴该文件：每个应用都有自己的 %1。</translation>
    </message>
    <message>
        <source>This file cannot be pasted: it has no proper id.</source>
        <translation>无法粘贴该文件：它没有合法的标识。</translation>
    </message>
    <message>
        <source>There is nothing of an app on the clipboard. Copy elements here or in another app first.</source>
        <translation>剪贴板中没有应用内容，请先在本应用或其他应用中复制元素。</translation>
    </message>
</context>
<context>
    <name>fw::studio::DashboardEditor</name>
    <message>
        <source>by %1</source>
        <translation>按%1</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>图块</translation>
    </message>
</context>
<context>
    <name>fw::studio::FormEditor</name>
    <message>
        <source>Section</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>说明文字</translation>
    </message>
    <message>
        <source>Sub-table</source>
        <translation>明细表</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Fields of %1</source>
        <translation>%1的字段</translation>
    </message>
</context>
<context>
    <name>fw::studio::History</name>
    <message>
        <source>Opened</source>
        <translation>已打开</translation>
    </message>
</context>
<context>
    <name>fw::studio::Inspector</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 elements</source>
        <translation>%1 个元素</translation>
    </message>
</context>
<context>
    <name>fw::studio::LiveTiles</name>
    <message>
        <source>Sketches: figures come when the errors of the app are mended (%1).</source>
        <translation>示意图：修复应用中的错误（%1 个）后显示数据。</translation>
    </message>
    <message>
        <source>Sketches: %1</source>
        <translation>示意图：%1</translation>
    </message>
</context>
<context>
    <name>fw::studio::Packages</name>
    <message>
        <source>The file %1 could not be written. Check that the disk has room and that you may write there.</source>
        <translation>文件 %1 无法写入，请检查磁盘空间和写入权限。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>文件 %1 无法读取。</translation>
    </message>
</context>
<context>
    <name>fw::studio::ProblemList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>fw::studio::Publisher</name>
    <message>
        <source>Errors to mend first: %1.</source>
        <translation>超过%1没有任何互动</translation>
    </message>
    <message>
        <source>The list of problems says what to do about each.</source>
        <translation>问题列表会说明每个错误的处理办法。</translation>
    </message>
</context>
<context>
    <name>fw::studio::Removal</name>
    <message>
        <source>%1 elements</source>
        <translation>%1 个元素</translation>
    </message>
</context>
<context>
    <name>fw::studio::SampleValue</name>
    <message>
        <source>The sample data has no record to try it on.</source>
        <translation>示例数据中没有可用于试算的记录。</translation>
    </message>
</context>
<context>
    <name>fw::studio::ScoringEditor</name>
    <message>
        <source>No interaction for more than %1</source>
        <translation>超过%1没有任何互动</translation>
    </message>
    <message>
        <source>No interaction for %1</source>
        <translation>%1没有任何互动</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>more than %1 times</source>
        <translation>超过 %1 次</translation>
    </message>
    <message>
        <source>at least %1 times</source>
        <translation>至少 %1 次</translation>
    </message>
    <message>
        <source> within %1</source>
        <translation>，%1内</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>高于 %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>沉默</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>Other reasons</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 档</translation>
    </message>
</context>
<context>
    <name>fw::studio::Search</name>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>fw::studio::Studio</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Unsaved changes of %1 were kept. Files: %2.</source>
        <translation>保留了%1未保存的修改，涉及文件：%2。</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>已删除：%1</translation>
    </message>
    <message>
        <source>The new size is taken when the studio starts the next time.</source>
        <translation>新的缩放比例将在下次启动时生效。</translation>
    </message>
    <message>
        <source>Another program changed the app; its changes were taken in.</source>
        <translation>其他程序修改了应用，修改已自动载入。</translation>
    </message>
</context>
<context>
    <name>fw::studio::TextFile</name>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>fw::studio::ViewEditor</name>
    <message>
        <source>Fields of %1</source>
        <translation>%1的字段</translation>
    </message>
</context>
<context>
    <name>fw::studio::WorkflowEditor</name>
    <message>
        <source>else</source>
        <translation>否则</translation>
    </message>
    <message>
        <source>it happened</source>
        <translation>已发生</translation>
    </message>
    <message>
        <source>time is up</source>
        <translation>时间到</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>When</source>
        <translation>当</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>则</translation>
    </message>
    <message>
        <source>%1 rises over %2</source>
        <translation>%1 升至 %2 以上</translation>
    </message>
    <message>
        <source>Record created</source>
        <translation>记录创建</translation>
    </message>
    <message>
        <source>Record deleted</source>
        <translation>记录删除</translation>
    </message>
    <message>
        <source>Record changed</source>
        <translation>记录修改</translation>
    </message>
    <message>
        <source>Becomes true</source>
        <translation>变为成立</translation>
    </message>
    <message>
        <source>Enters %1</source>
        <translation>进入%1</translation>
    </message>
    <message>
        <source>Leaves %1</source>
        <translation>离开%1</translation>
    </message>
    <message>
        <source>Silent for %1</source>
        <translation>沉默%1</translation>
    </message>
    <message>
        <source>Every day at %1</source>
        <translation>每天 %1</translation>
    </message>
    <message>
        <source>Button: %1</source>
        <translation>按钮：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Set fields</source>
        <translation>设置字段</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>%1内完成</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>through %1</source>
        <translation>通过%1</translation>
    </message>
    <message>
        <source>Wait until day %1</source>
        <translation>等到第 %1 天</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>same time as the start</source>
        <translation>与开始时刻相同</translation>
    </message>
    <message>
        <source>Wait %1</source>
        <translation>等待%1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多%1</translation>
    </message>
    <message>
        <source>any interaction</source>
        <translation>任何互动</translation>
    </message>
    <message>
        <source>Wait for %1</source>
        <translation>等待%1</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>first that is true</source>
        <translation>首个成立的分支</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>创建%1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>for each</source>
        <translation>逐条</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已应答</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>it ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>%1 submitted</source>
        <translation>提交“%1”</translation>
    </message>
    <message>
        <source>Webhook received</source>
        <translation>收到 Webhook</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>“%1”结束后</translation>
    </message>
    <message>
        <source>Every working day at %1</source>
        <translation>每个工作日 %1</translation>
    </message>
    <message>
        <source>On day %1 of every month at %2</source>
        <translation>每月 %1 日 %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 before %2</source>
        <translation>%2 之前 %1</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%2 之后 %1</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>在 %1 当天</translation>
    </message>
    <message>
        <source>%1, every year</source>
        <translation>%1，每年</translation>
    </message>
    <message>
        <source>%1, every month</source>
        <translation>%1，每月</translation>
    </message>
    <message>
        <source>Wait %1 of working time</source>
        <translation>等待工作时间 %1</translation>
    </message>
    <message>
        <source>Wait until the next working day</source>
        <translation>等到下一个工作日</translation>
    </message>
    <message>
        <source>Wait %1 working days</source>
        <translation>等待 %1 个工作日</translation>
    </message>
    <message>
        <source>all that are true, side by side</source>
        <translation>所有成立的，同时进行</translation>
    </message>
    <message>
        <source>Update %1</source>
        <translation>更新%1</translation>
    </message>
    <message>
        <source>Find %1</source>
        <translation>查找%1</translation>
    </message>
    <message>
        <source>For each %1</source>
        <translation>逐条处理%1</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>调用 %1</translation>
    </message>
    <message>
        <source>Assign to %1</source>
        <translation>分配给 %1</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>打标签</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>启动%1</translation>
    </message>
    <message>
        <source>and wait for its end</source>
        <translation>并等待其结束</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Formwright: draw forms, scores, workflows and dashboards.</source>
        <translation>方匠：绘制表单、评分、工作流和看板。</translation>
    </message>
    <message>
        <source>Show every control.</source>
        <translation>显示全部控件。</translation>
    </message>
    <message>
        <source>Save a picture of the window and end.</source>
        <translation>保存窗口截图后退出。</translation>
    </message>
    <message>
        <source>Size of the window.</source>
        <translation>窗口大小。</translation>
    </message>
    <message>
        <source>light or dark.</source>
        <translation>light（浅色）或 dark（深色）。</translation>
    </message>
    <message>
        <source>en or zh.</source>
        <translation>en 或 zh。</translation>
    </message>
    <message>
        <source>Print the milliseconds to the first frame and end.</source>
        <translation>打印到首帧的毫秒数后退出。</translation>
    </message>
    <message>
        <source>The folder of an app to open.</source>
        <translation>要打开的应用文件夹。</translation>
    </message>
    <message>
        <source>Run the app in this folder on a scratch store.</source>
        <translation>在临时数据库上运行此文件夹中的应用。</translation>
    </message>
    <message>
        <source>Select an element, e.g. forms/customer.yaml#parts/who.</source>
        <translation>选择一个元素，例如 forms/customer.yaml#parts/who。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试运行</translation>
    </message>
</context>
</TS>

using System.Data.Common;
using System.Xml.Linq;
using Broadsheet.Data;
using Broadsheet.Domain.Readers;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Broadsheet.Web.SigningIn;

/// <summary>The keys that protect cookies and forms: in the database, so that every node has them and a restart keeps them; under the paper's seal, so that a copy of the database is of no use.</summary>
internal sealed class SealedKeys(Database database, Seal seal) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select sealed from protection_key order by id";
        using var rows = command.ExecuteReader();
        List<XElement> keys = [];
        // One that was sealed with another key is none of this paper's any more.
        while (rows.Read())
            if (seal.Open((byte[])rows.GetValue(0)) is { } text) keys.Add(XElement.Parse(text));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "insert into protection_key (sealed) values (@sealed)";
        var value = command.CreateParameter();
        (value.ParameterName, value.Value) = ("@sealed", seal.Close(element.ToString(SaveOptions.DisableFormatting)));
        command.Parameters.Add(value);
        command.ExecuteNonQuery();
    }

    private DbConnection Open()
    {
        var connection = database.Connect();
        connection.Open();
        return connection;
    }
}
